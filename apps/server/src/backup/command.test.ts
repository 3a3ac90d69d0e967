import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/* What a command says of a database that it cannot use: one sentence. */

const root = fileURLToPath(new URL('../../../../', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run COMMAND` for the database; returns its exit code and all that it prints. */
async function run(command: string, DATABASE_URL: string) {
  const env = { ...process.env, DATABASE_URL };
  return promisify(execFile)('npm', ['run', '--silent', command], { cwd: root, env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: (stdout + stderr).trim() }),
  );
}

const commands = ['activity:verify', 'doctor', 'backup'];

test.each(commands)('npm run %s makes no database where there is none', { tags: 'long' }, async (command) => {
  const file = join(folder, 'none.db');
  expect(await run(command, `sqlite:${file}`)).toEqual({
    code: 1,
    output: `There is no database ${file} (set DATABASE_URL to another one).`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['activity:verify', 'postgres://localhost/shop', /^DATABASE_URL cannot be used: It must look like mysql:.*\.$/],
  ['activity:verify', 'mysql://root@127.0.0.1:1/shop', /^The database cannot be used: connect ECONNREFUSED .*\.$/],
  ['doctor', 'postgres://localhost/shop', /^DATABASE_URL cannot be used: It must look like mysql:.*\.$/],
  ['doctor', `sqlite:${root}`, /^DATABASE_URL cannot be used: \S+ is a folder: name a file in it\.$/],
  ['doctor', 'mysql://root:100%secret@127.0.0.1:1/shop', /^DATABASE_URL cannot be used: (?!.*secret).*%25\.$/],
])('npm run %s says in one sentence what is wrong with %s', { tags: 'long' }, async (command, url, sentence) => {
  expect(await run(command, url)).toEqual({ code: 1, output: expect.stringMatching(sentence) });
});
