import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { HeadSigner } from '@lantern/api/activity/head-signer';
import { stateHead } from '@lantern/api/activity/send-head';
import { activityHead } from '@lantern/api/activity/service';
import { verifyActivity } from '@lantern/api/activity/verify';
import { newSigner } from '@lantern/api/testing/signer';
import { actingAs } from '@lantern/db/activity/actor';
import { hashOf } from '@lantern/db/activity/chain';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { ActivityHead } from '@lantern/db/models/activity-head';
import { Category } from '@lantern/db/models/category';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sinceHead } from './activity-since.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const actor = { id: 1, email: 'mira@example.com', requestId: null, ip: null };

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  for (const name of ['Lamps', 'Mugs', 'Rugs']) {
    const row = { slug: name.toLowerCase(), name, parentId: null, position: 0, accent: 1, imageUrl: null };
    await actingAs(actor, () => t.database.transaction(() => Category.create(row)));
  }
});
afterAll(() => t[Symbol.asyncDispose]());

/** Runs `npm run activity:verify` with these arguments; returns its exit code and output. */
async function verify(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: t.url };
  const run = promisify(execFile)('npm', ['run', '--silent', 'activity:verify', '--', ...args], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout.trim() }),
    ({ code, stdout, stderr }) => ({ code, output: (stdout + stderr).trim() }),
  );
}

/** Rewrites an entry, and all that follows it, so that the chain is whole again: only who kept a head can tell. */
async function rewrite(from: number, actorEmail: string): Promise<void> {
  const rest = await ActivityEntry.findAll({ order: [['seq', 'ASC']], raw: true });
  await t.database.transaction(async () => {
    let { previousHash } = rest[from - 1] ?? { previousHash: '' };
    for (const entry of rest.slice(from - 1)) {
      const forged = { ...entry, previousHash, ...(entry.seq === from && { actorEmail }) };
      previousHash = hashOf(forged);
      await ActivityEntry.update({ ...forged, hash: previousHash }, { where: { seq: entry.seq } });
    }
    await ActivityHead.update({ hash: previousHash }, { where: { id: 1 } });
  });
}

const VERIFIED = 'The activity log is verified: 3 entries checked.';

test('npm run activity:verify finds a log that was rewritten from an entry on, with a head that was kept', {
  tags: 'long',
}, async () => {
  const { seq, hash } = await activityHead();
  const kept = `${seq}:${hash}`;
  expect(await sinceHead(kept, [])).toEqual({ continues: true, said: `It continues from ${kept}.` });
  expect(await verify()).toEqual({ code: 0, output: VERIFIED });
  await rewrite(2, 'jim@example.com');
  expect(await verifyActivity()).toMatchObject({ ok: true });
  const rewritten = 'Entry 3 is another one than the kept head names: the log was rewritten.';
  expect(await verify('--since', `${seq}:${hash}`)).toEqual({ code: 1, output: `${VERIFIED}\n${rewritten}` });
});

/** Keeps heads in a file, as they are sent. */
const folder = mkdtempSync(join(tmpdir(), 'lantern-head-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'log-head.json');
const keep = (head: { seq: number; hash: string }, signer: HeadSigner | null) => {
  const anchor = { recipient: null, signer };
  writeFileSync(file, JSON.stringify(stateHead({ anchor, storeUrl: 'https://shop.example' }, head)));
};

test('a kept file must be signed with the key of the store, and tells of what was cut off', async () => {
  const signer = newSigner();
  const { fingerprint } = signer;
  keep(await activityHead(), signer);
  expect(await sinceHead(file, [fingerprint])).toEqual({
    continues: true,
    said: `It continues from ${file}, which was signed with ${fingerprint}.`,
  });
  // npm runs it in another folder than the operator is in.
  vi.stubEnv('INIT_CWD', dirname(file));
  expect(await sinceHead(basename(file), [fingerprint])).toMatchObject({ continues: true });
  vi.unstubAllEnvs();
  const signed = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...signed, seq: 2 }));
  const fault = async () => (await sinceHead(file, [fingerprint])).said;
  expect(await fault()).toBe(`The signature of ${file} is wrong: it was altered.`);
  keep({ seq: 4, hash: 'f'.repeat(64) }, signer);
  expect(await fault()).toBe('The log was cut off: it no longer has entry 4 of the kept head.');
  keep(await activityHead(), null);
  expect(await fault()).toBe(`${file} is not signed.`);
  writeFileSync(file, '{');
  expect(await fault()).toBe(`${file} is not a head of an activity log.`);
  const { said } = await sinceHead('142', [fingerprint]);
  expect(said).toBe('142 is neither a file nor a head such as 142:5f3a….');
});

test('whose signature nobody can check is said', async () => {
  keep(await activityHead(), newSigner());
  expect(await sinceHead(file, [])).toEqual({
    continues: true,
    said: `It continues from ${file}, whose signature was not checked: there is no key to check it with.`,
  });
});

test('a head from before the key was changed needs the fingerprint of the earlier key', { tags: 'long' }, async () => {
  const [earlier, later] = [newSigner(), newSigner()];
  keep(await activityHead(), earlier);
  const unknown =
    `${file} was signed with another key than this store's: ${earlier.fingerprint}. ` +
    'If you know that for an earlier key of the store, name it: --key FINGERPRINT.';
  expect(await sinceHead(file, [later.fingerprint])).toEqual({ continues: false, said: unknown });
  const said = `It continues from ${file}, which was signed with ${earlier.fingerprint}.`;
  expect(await sinceHead(file, [later.fingerprint, earlier.fingerprint])).toEqual({ continues: true, said });
  const keys = [later, earlier].flatMap(({ fingerprint }) => ['--key', fingerprint]);
  expect(await verify('--since', file, ...keys)).toEqual({ code: 0, output: `${VERIFIED}\n${said}` });
});

test('npm run activity:verify names the first broken entry', { tags: 'long' }, async () => {
  await t.database.transaction(() => ActivityEntry.update({ actorEmail: 'jo@example.com' }, { where: { seq: 2 } }));
  expect(await verify()).toEqual({
    code: 1,
    output: 'The activity log is broken at entry 2: everything before it is verified.',
  });
});
