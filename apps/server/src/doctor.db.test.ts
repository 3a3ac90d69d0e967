import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Promotion } from '@lantern/db/models/promotion';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

/** Runs `npm run doctor`; returns its exit code and output. */
async function doctor(...options: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: t.url };
  const run = promisify(execFile)('npm', ['run', '--silent', 'doctor', '--', ...options], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout.trim() }),
    ({ code, stdout, stderr }) => ({ code, output: (stdout + stderr).trim() }),
  );
}

/** Says that it was used, which it was not. */
const promotion: Parameters<typeof Promotion.create<Promotion>>[0] = {
  ...{ code: 'SPRING', kind: 'percent', percent: 10, amountCents: null, minSubtotalCents: null, categoryIds: [] },
  ...{ startsAt: null, endsAt: null, usageLimit: null, perCustomerLimit: null, active: true, used: 3 },
};

test('npm run doctor names what differs, and mends it if told to', { tags: 'long' }, async () => {
  await t.database.transaction(() => Promotion.create(promotion));
  expect(await doctor()).toEqual({
    code: 1,
    output:
      'promotion SPRING: used is 3, but should be 0. Run it with --repair to mend it.\n1 difference, 0 of them mended.',
  });
  const { code, output } = await doctor('--repair', '--json');
  expect([code, JSON.parse(output)]).toEqual([
    0,
    {
      ...{ check: 'promotion-uses', id: 1, what: 'used', where: 'promotion SPRING' },
      ...{ expected: 0, found: 3, advice: null, mended: true },
    },
  ]);
});

test('npm run doctor refuses a database of a newer version in one sentence', { tags: 'long' }, async () => {
  const change = (sql: string) => t.database.transaction(() => t.database.sequelize.query(sql));
  await change("INSERT INTO migrations (name) VALUES ('0999-later')");
  expect(await doctor()).toEqual({
    code: 1,
    output: 'The database belongs to a newer version of Lantern (it has 0999-later): check it with that version.',
  });
  await change("DELETE FROM migrations WHERE name = '0999-later'");
});
