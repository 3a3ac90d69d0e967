import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { mailsAbout } from './0027-mails-about.ts';

const now = "'2026-03-31 10:00:00.000'";
const mail = (kind: string, data: object) =>
  `('${kind}', 'a@b.c', '${JSON.stringify(data)}', 'queued', ${now}, ${now}, ${now})`;

test('mails of before are about the return or the order that their data name', async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateBefore(database, mailsAbout.name);
      await run(`INSERT INTO outbox_mails (kind, recipient, data, status, nextAttemptAt, createdAt, updatedAt)
        VALUES ${mail('order_placed', { orderNumber: 'L-22223333' })},
          ${mail('return_refused', { orderNumber: 'L-22223333', returnNumber: 'L-22223333-R1', note: null })},
          ${mail('welcome', { name: 'L-22223333' })}`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
  const sql = 'SELECT about FROM outbox_mails ORDER BY id';
  const rows = await t.database.sequelize.query<{ about: string | null }>(sql, { type: QueryTypes.SELECT });
  expect(rows.map(({ about }) => about)).toEqual(['L-22223333', 'L-22223333-R1', null]);
});
