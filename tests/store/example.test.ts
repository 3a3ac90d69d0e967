import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../apps/server/src/testing/server-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = join(root, 'examples/buy.ts');
const MAX_LINES = 40;

let folder = '';
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-example-'));
  server = await startServer(`sqlite:${join(folder, 'store.db')}`, { SEED: 'demo' });
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test('the example in the README registers, searches and buys in a running store', async () => {
  const args = ['--import', 'tsx', example, server.url];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toMatch(/teapot: order L-\w{8} is paid, €\d+\.\d\d/i);
  expect(readFileSync(example, 'utf8').trimEnd().split('\n').length).toBeLessThan(MAX_LINES);
}, 60_000);
