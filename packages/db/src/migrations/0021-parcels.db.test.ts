import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";

beforeAll(async () => {
  t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateToFirst(database);
      await run(
        `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (1, 'a@b.c', 'A', 'x', ${now})`,
      );
      await run(`INSERT INTO orders (number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents,
          taxCents, totalCents, itemCount, shippingAddress, placedAt, createdAt, updatedAt)
        VALUES ('L-1', 1, 'key', 'x', 'shipped', 0, 0, 0, 100, 2, '{}', '2026-03-31 10:00:00.000', ${now})`);
      await run(`INSERT INTO order_items (orderId, name, slug, sku, options, quantity, unitPriceCents, createdAt, updatedAt)
        VALUES (1, 'Pot', 'pot', 'P-1', '{}', 2, 50, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

const read = (sql: string) => t.database.sequelize.query(sql, { type: QueryTypes.SELECT });
const write = (sql: string) => t.database.transaction(() => t.database.sequelize.query(sql));
const parcel = (position: number) =>
  `INSERT INTO parcels (orderId, position, shippedAt, createdAt, updatedAt)
   VALUES (1, ${position}, '2026-03-31 10:00:00.000', ${now})`;

test('an order that was shipped before stays so, with its lines and without parcels', async () => {
  expect(await read('SELECT number, status FROM orders')).toEqual([{ number: 'L-1', status: 'shipped' }]);
  expect(await read('SELECT sku FROM order_items')).toEqual([{ sku: 'P-1' }]);
  expect(await read('SELECT id FROM parcels')).toEqual([]);
});

test('an order may be partially shipped, and still has no unknown status', async () => {
  await write("UPDATE orders SET status = 'partially_shipped'");
  await expect(write("UPDATE orders SET status = 'lost'")).rejects.toThrow();
});

test('a parcel has its place in its order, and goes with what is in it', async () => {
  await write(parcel(1));
  await expect(write(parcel(1))).rejects.toThrow();
  const [{ id } = { id: 0 }] = await t.database.sequelize.query<{ id: number }>('SELECT id FROM parcels', {
    type: QueryTypes.SELECT,
  });
  const item = (quantity: number) => `INSERT INTO parcel_items (parcelId, orderItemId, quantity, createdAt, updatedAt)
    VALUES (${id}, 1, ${quantity}, ${now})`;
  await expect(write(item(0))).rejects.toThrow();
  await write(item(2));
  await write('DELETE FROM parcels');
  expect(await read('SELECT id FROM parcel_items')).toEqual([]);
});
