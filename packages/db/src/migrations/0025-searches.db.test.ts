import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateBefore } from '../testing/older-version.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { searches } from './0025-searches.ts';

const now = "'2026-03-31 10:00:00.000'";
const order = (number: string, userId: number | null, address: string) =>
  `('${number}', ${userId}, '${number}', 'x', 'paid', 0, 0, 0, 100, 1, '${address}', ${now}, ${now}, ${now})`;

test("guests' orders of before are found by the name in their address", async () => {
  await using t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateBefore(database, searches.name);
      await run(
        `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (1, 'a@b.c', 'A', 'x', ${now}, ${now})`,
      );
      await run(`INSERT INTO orders (number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents,
          taxCents, totalCents, itemCount, shippingAddress, placedAt, createdAt, updatedAt)
        VALUES ${order('L-1', null, '{"fullName":"Zoë O\'\'Ny"}')}, ${order('L-2', 1, '{"fullName":"Al"}')},
          ${order('L-3', null, '{}')}`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
  const read = (sql: string) => t.database.sequelize.query<{ value: string | null }>(sql, { type: QueryTypes.SELECT });
  const names = await read('SELECT guestNameKey AS value FROM orders ORDER BY number');
  expect(names.map(({ value }) => value)).toEqual(["zoe o'ny", null, '']);
  const endings = await read('SELECT ending AS value FROM guest_name_endings ORDER BY ending');
  expect(endings.map(({ value }) => value)).toEqual(["'ny", "e o'ny", 'ny', "o'ny", "oe o'ny", 'y', "zoe o'ny"]);
});
