import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { actingAs } from '@lantern/db/activity/actor';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Category } from '@lantern/db/models/category';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';

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

/** Runs `npm run activity:verify`; returns its exit code and output. */
async function verify(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: t.url };
  const run = promisify(execFile)('npm', ['run', '--silent', 'activity:verify'], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout.trim() }),
    ({ code, stdout }) => ({ code, output: stdout.trim() }),
  );
}

test('npm run activity:verify confirms an intact log, and names the first broken entry otherwise', async () => {
  expect(await verify()).toEqual({ code: 0, output: 'The activity log is verified: 3 entries checked.' });
  await t.database.transaction(() => ActivityEntry.update({ actorEmail: 'jo@example.com' }, { where: { seq: 2 } }));
  expect(await verify()).toEqual({
    code: 1,
    output: 'The activity log is broken at entry 2: everything before it is verified.',
  });
}, 60_000);
