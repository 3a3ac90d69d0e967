import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { settings } from './0043-settings.ts';

const now = "'2026-03-31 10:00:00.000'";

test('charges of before are in the currency of the store', async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateBefore(database, settings.name);
      await run(`INSERT INTO provider_charges (\`key\`, method, amountCents, state, createdAt, updatedAt)
        VALUES ('order-L-22223333', 'sim_ok', 4200, 'captured', ${now}, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
  const sql = 'SELECT currency FROM provider_charges';
  expect(await t.database.sequelize.query(sql, { type: QueryTypes.SELECT })).toEqual([{ currency: 'EUR' }]);
});
