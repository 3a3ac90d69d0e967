import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";

test('the one address of each user becomes their default', async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateToFirst(database);
      await run(`INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt)
        VALUES (1, 'a@b.c', 'A', 'x', ${now}), (2, 'b@b.c', 'B', 'x', ${now}), (3, 'c@b.c', 'C', 'x', ${now})`);
      await run(`INSERT INTO addresses (userId, fullName, line1, city, postalCode, country, createdAt, updatedAt)
        VALUES (3, 'C', '3 Street', 'Paris', '75004', 'FR', ${now}), (1, 'A', '1 Street', 'Rome', '00100', 'IT', ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
  const read = (sql: string) => t.database.sequelize.query(sql, { type: QueryTypes.SELECT });
  expect(await read('SELECT userId, defaultOf, line1, country FROM saved_addresses ORDER BY userId')).toEqual([
    { userId: 1, defaultOf: 1, line1: '1 Street', country: 'IT' },
    { userId: 3, defaultOf: 3, line1: '3 Street', country: 'FR' },
  ]);
  const add = (userId: number, defaultOf: number | null) =>
    t.database.transaction(() =>
      t.database.sequelize.query(`INSERT INTO saved_addresses
        (userId, defaultOf, fullName, line1, city, postalCode, country, createdAt, updatedAt)
        VALUES (${userId}, ${defaultOf}, 'A', 'x', 'Rome', '', 'HK', ${now})`),
    );
  await add(1, null);
  await add(1, null);
  await expect(add(1, 1)).rejects.toThrow();
  await expect(add(9, null)).rejects.toThrow();
});
