import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultSince } from './activity-since.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const actor = { id: 1, email: 'mira@example.com', requestId: null, ip: null };

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  for (const name of ['Lamps', 'Mugs', 'Rugs']) {
    const row = { slug: name.toLowerCase(), name, parentId: null, position: 0, accent: 1, imageUrl: null };
    await actingAs(actor, () => t.database.transaction(() => Category.create(row)));
  }
}, 60_000);
afterAll(() => t[Symbol.asyncDispose]());

/** Runs `npm run activity:verify` with these arguments; returns its exit code and output. */
async function verify(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: t.url };
  const run = promisify(execFile)('npm', ['run', '--silent', 'activity:verify', '--', ...args], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout.trim() }),
    ({ code, stdout }) => ({ code, output: stdout.trim() }),
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

test('npm run activity:verify finds a log that was rewritten from an entry on, with a head that was kept', async () => {
  const { seq, hash } = await activityHead();
  expect(await faultSince(`${seq}:${hash}`, null)).toBeNull();
  expect(await verify()).toEqual({ code: 0, output: VERIFIED });
  await rewrite(2, 'jim@example.com');
  expect(await verifyActivity()).toMatchObject({ ok: true });
  const rewritten = 'Entry 3 is another one than the kept head names: the log was rewritten.';
  expect(await verify('--since', `${seq}:${hash}`)).toEqual({ code: 1, output: `${VERIFIED}\n${rewritten}` });
}, 60_000);

test('a kept file must be signed with the key of the store, and tells of what was cut off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-head-'));
  const file = join(folder, 'log-head.json');
  const signer = newSigner();
  const keep = (head: { seq: number; hash: string }) => {
    const anchor = { recipient: null, signer };
    writeFileSync(file, JSON.stringify(stateHead({ anchor, storeUrl: 'https://shop.example' }, head)));
  };
  keep(await activityHead());
  expect(await faultSince(file, signer)).toBeNull();
  expect(await faultSince(file, newSigner())).toBe(`${file} was not signed with this store's key.`);
  keep({ seq: 4, hash: 'f'.repeat(64) });
  expect(await faultSince(file, signer)).toBe('The log was cut off: it no longer has entry 4 of the kept head.');
  writeFileSync(file, '{');
  expect(await faultSince(file, signer)).toBe(`${file} is not a head of an activity log.`);
  expect(await faultSince('142', signer)).toBe('142 is neither a file nor a head such as 142:5f3a….');
  rmSync(folder, { recursive: true });
});

test('npm run activity:verify names the first broken entry', async () => {
  await t.database.transaction(() => ActivityEntry.update({ actorEmail: 'jo@example.com' }, { where: { seq: 2 } }));
  expect(await verify()).toEqual({
    code: 1,
    output: 'The activity log is broken at entry 2: everything before it is verified.',
  });
}, 60_000);
