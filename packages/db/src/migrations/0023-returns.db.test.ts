import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrateToFirst } from '../testing/older-version.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let t: TestDatabase;
const time = "'2026-03-31 10:00:00.000'";
const now = `${time}, ${time}`;

beforeAll(async () => {
  t = await openTestDatabase((database) =>
    database.transaction(async () => {
      const { run } = await migrateToFirst(database);
      await run(
        `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (1, 'a@b.c', 'A', 'x', ${now})`,
      );
      await run(`INSERT INTO orders (number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents,
          taxCents, totalCents, itemCount, shippingAddress, placedAt, createdAt, updatedAt)
        VALUES ('L-1', 1, 'key', 'x', 'delivered', 0, 0, 0, 100, 2, '{}', ${time}, ${now})`);
      await run(`INSERT INTO order_items (orderId, name, slug, sku, options, quantity, unitPriceCents, createdAt, updatedAt)
        VALUES (1, 'Pot', 'pot', 'P-1', '{}', 2, 50, ${now})`);
    }),
  );
  await t.database.exclusively(() => migrate(t.database));
});
afterAll(() => t[Symbol.asyncDispose]());

const write = (sql: string) => t.database.transaction(() => t.database.sequelize.query(sql));
const insert = (number: string, status: string, { decidedAt = 'NULL', receivedAt = 'NULL', restocked = 0 } = {}) =>
  write(`INSERT INTO order_returns (orderId, number, status, reason, restocked, requestedAt, decidedAt, receivedAt,
      createdAt, updatedAt)
    VALUES (1, '${number}', '${status}', 'Broken.', ${restocked}, ${time}, ${decidedAt}, ${receivedAt}, ${now})`);

test('a return has the times and the stock that its status says', async () => {
  await insert('L-1-R1', 'requested');
  await insert('L-1-R2', 'refused', { decidedAt: time });
  await insert('L-1-R3', 'received', { decidedAt: time, receivedAt: time, restocked: 1 });
  for (const refused of [
    () => insert('L-1-R1', 'requested'),
    () => insert('L-1-R4', 'lost'),
    () => insert('L-1-R4', 'accepted'),
    () => insert('L-1-R4', 'requested', { decidedAt: time }),
    () => insert('L-1-R4', 'received', { decidedAt: time }),
    () => insert('L-1-R4', 'accepted', { decidedAt: time, restocked: 1 }),
  ]) {
    await expect(refused()).rejects.toThrow();
  }
});

test('the items of a return are some of its order, and go with it', async () => {
  const item = (
    quantity: number,
  ) => `INSERT INTO order_return_items (returnId, orderItemId, quantity, createdAt, updatedAt)
    VALUES ((SELECT id FROM order_returns WHERE number = 'L-1-R1'), 1, ${quantity}, ${now})`;
  await expect(write(item(0))).rejects.toThrow();
  await write(item(2));
  await expect(write(item(1))).rejects.toThrow();
  await write('DELETE FROM order_returns');
  const left = await t.database.sequelize.query('SELECT id FROM order_return_items', { type: QueryTypes.SELECT });
  expect(left).toEqual([]);
});
