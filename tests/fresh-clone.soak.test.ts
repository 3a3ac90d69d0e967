import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { spawnStore } from '../apps/server/src/testing/server-process.ts';

/* The state after cloning the repository: nothing is installed, built or cached. */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lantern-fresh-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

test('npm start opens the store in a fresh clone', async () => {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of String(files).split('\0').filter(Boolean)) cpSync(join(root, file), join(folder, file));
  const start = spawnStore(['npm', '--prefix', folder, 'start'], { SEED: 'demo' });
  const url = await start.opened();
  expect(await (await fetch(url)).text()).toContain('<div id="root">');
  await start.end('SIGTERM');
  expect(await start.ended).toBe(0);
}, 600_000);
