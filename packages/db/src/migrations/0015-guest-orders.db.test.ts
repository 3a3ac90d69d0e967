import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
const columns = `number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents, taxCents, totalCents,
  itemCount, shippingAddress, placedAt, createdAt, updatedAt`;
const order = (number: string, userId: number | null, key: string) =>
  `('${number}', ${userId}, '${key}', 'x', 'paid', 0, 0, 0, 100, 1, '{}', '2026-03-31 10:00:00.000', ${now})`;

beforeAll(async () => {
  t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateToFirst(database);
      await run(
        `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (1, 'a@b.c', 'A', 'x', ${now})`,
      );
      await run(`INSERT INTO orders (${columns}) VALUES ${order('L-1', 1, 'key-1')}, ${order('L-2', 1, 'key-2')}`);
      await run(`INSERT INTO order_items (orderId, name, slug, sku, options, quantity, unitPriceCents, createdAt, updatedAt)
        VALUES (1, 'Pot', 'pot', 'P-1', '{}', 1, 100, ${now}), (2, 'Lid', 'lid', 'L-1', '{}', 1, 100, ${now})`);
      await run(`INSERT INTO order_events (orderId, status, createdAt, updatedAt) VALUES (1, 'paid', ${now})`);
      await run(`INSERT INTO payments (orderId, provider, providerKey, method, amountCents, createdAt, updatedAt)
        VALUES (1, 'simulated', 'order-L-1', 'sim_ok', 100, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

const read = (sql: string) => t.database.sequelize.query<{ value: string }>(sql, { type: QueryTypes.SELECT });
const write = (sql: string) => t.database.transaction(() => t.database.sequelize.query(sql));
const insert = (values: string) => write(`INSERT INTO orders (${columns}) VALUES ${values}`);

test('orders of before keep their customer, lines, events and payments', async () => {
  expect(await read('SELECT number, userId, guestHash, email FROM orders ORDER BY id')).toEqual([
    { number: 'L-1', userId: 1, guestHash: null, email: null },
    { number: 'L-2', userId: 1, guestHash: null, email: null },
  ]);
  expect(await read('SELECT orderId, sku FROM order_items ORDER BY id')).toEqual([
    { orderId: 1, sku: 'P-1' },
    { orderId: 2, sku: 'L-1' },
  ]);
  expect(await read('SELECT orderId FROM order_events')).toEqual([{ orderId: 1 }]);
  expect(await read('SELECT orderId FROM payments')).toEqual([{ orderId: 1 }]);
});

test('an order may have no customer, or one that exists, who uses each key once', async () => {
  await insert(order('L-3', null, 'key-1'));
  await insert(order('L-4', null, 'key-1'));
  await expect(insert(order('L-5', 9, 'key-3'))).rejects.toThrow();
  await expect(insert(order('L-6', 1, 'key-1'))).rejects.toThrow();
  await expect(write('DELETE FROM users WHERE id = 1')).rejects.toThrow();
});

test('a guest uses each key once, and shares none with another guest', async () => {
  await write("UPDATE orders SET guestHash = 'one' WHERE number = 'L-3'");
  await expect(write("UPDATE orders SET guestHash = 'one' WHERE number = 'L-4'")).rejects.toThrow();
  await write("UPDATE orders SET guestHash = 'other' WHERE number = 'L-4'");
});

test('a key for signing links was made', async () => {
  const [{ value } = { value: '' }] = await read('SELECT value FROM secrets');
  expect(value).toMatch(/^[0-9a-f]{64}$/);
});
