import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CellRounds } from '../../apps/server/bench/report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(root, 'apps/server/bench/run.ts');

let out = '';
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'lantern-bench-out-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Whether the benchmark works, never how fast anything is. */
test('the benchmark gets answers without errors in every cell, and writes its figures', async () => {
  const args = ['--import', 'tsx', script, '--quick', '--database=sqlite', `--out=${out}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const [file = ''] = readdirSync(out);
  const { cells }: { cells: CellRounds[] } = JSON.parse(readFileSync(join(out, file), 'utf8'));
  const reads = ['list', 'product', 'suggest', 'categories'];
  expect(cells.map(({ name }) => name)).toEqual([
    ...reads,
    ...reads.map((name) => `${name}, logged in`),
    'list, 50 orders/s',
    'product, 50 orders/s',
    'search',
    'add to cart',
    'checkout',
  ]);
  for (const { name, rounds } of cells) {
    expect(rounds, name).toHaveLength(1);
    const { loop, ...servers } = rounds[0] ?? expect.fail(`${name} was not measured`);
    expect(loop.p99, name).toBeGreaterThan(-1);
    for (const [server, { answers, errors }] of Object.entries(servers)) {
      expect({ name, server, errors, answered: answers > 0 }).toEqual({ name, server, errors: 0, answered: true });
    }
    expect(stdout).toContain(`| ${name} `);
  }
}, 120_000);
