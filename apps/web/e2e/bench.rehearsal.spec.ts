import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Rounds } from '../bench/table.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// Whether the benchmark works, never how fast anything is.
test('the benchmark of the pages opens the home page and taps a card, and writes its figures', async () => {
  const json = test.info().outputPath('figures.json');
  const args = ['--import', 'tsx', 'apps/web/bench/run.ts', '--quick', `--json=${json}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toMatch(/^\| LCP, s +\| +1\.5 \| +\d+\.\d\d [✓✗] \|$/m);
  const { rounds }: { rounds: Rounds } = JSON.parse(readFileSync(json, 'utf8'));
  const [round, ...others] = rounds.home ?? [];
  if (!round) throw new Error('The home page was not measured.');
  expect(others).toEqual([]);
  const { slow, slowTap, freeTap } = round;
  const { lcp, requestsBeforeLcp, scriptBytes, styleBytes, imageBytes, allBytes, ttfb } = slow;
  const all = { lcp, requestsBeforeLcp, scriptBytes, styleBytes, imageBytes, allBytes, ...slowTap, ...freeTap };
  for (const [name, value] of Object.entries(all)) expect(value, name).toBeGreaterThan(0);
  // Proves that the line is slow: the store itself answers in some milliseconds.
  expect(ttfb).toBeGreaterThan(140);
});
