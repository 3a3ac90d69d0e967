import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { migrate, migrationTools } from '../migrate.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { initial } from './0001-initial.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase((database) => database.transaction(() => createOldDatabase(database)));
});
afterAll(() => t[Symbol.asyncDispose]());

/** Creates the schema from before partial refunds, with one order for each payment status. */
async function createOldDatabase(database: Database): Promise<void> {
  const tools = migrationTools(database);
  const { run } = tools;
  await initial.up(tools);
  await run('CREATE TABLE migrations (name VARCHAR(100) NOT NULL PRIMARY KEY)');
  await run("INSERT INTO migrations (name) VALUES ('0001-initial')");
  const now = "'2026-03-31 10:00:00.000', '2026-03-31 10:00:00.000'";
  await run(
    `INSERT INTO users (id, email, name, passwordHash, createdAt, updatedAt) VALUES (1, 'a@b.c', 'A', 'x', ${now})`,
  );
  const payments: [status: string, amountCents: number, refundedCents: number][] = [
    ['captured', 100, 0],
    ['refund_due', 200, 0],
    ['refunded', 300, 300],
    ['refunded', 0, 0],
    ['declined', 400, 0],
  ];
  for (const [index, [status, amountCents, refundedCents]] of payments.entries()) {
    const id = index + 1;
    await run(`INSERT INTO orders (id, number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents,
      taxCents, totalCents, itemCount, shippingAddress, placedAt, createdAt, updatedAt)
      VALUES (${id}, 'L-${id}', 1, 'key-${id}', 'x', 'paid', 0, 0, 0, ${amountCents}, 1, '{}', '2026-03-31 10:00:00.000', ${now})`);
    await run(`INSERT INTO payments (id, orderId, provider, providerKey, method, amountCents, refundedCents, status,
      createdAt, updatedAt)
      VALUES (${id}, ${id}, 'simulated', 'order-L-${id}', 'sim_ok', ${amountCents}, ${refundedCents}, '${status}', ${now})`);
  }
}

test('due and completed refunds of payments become rows of the table of refunds', async () => {
  await t.database.exclusively(() => migrate(t.database));
  const read = (sql: string) => t.database.sequelize.query(sql, { type: QueryTypes.SELECT });
  expect(await read('SELECT paymentId, idempotencyKey, amountCents, status FROM refunds ORDER BY id')).toEqual([
    { paymentId: 2, idempotencyKey: 'order-L-2-refund', amountCents: 200, status: 'due' },
    { paymentId: 3, idempotencyKey: 'order-L-3-refund', amountCents: 300, status: 'done' },
  ]);
  expect(await read('SELECT id, refundedCents FROM payments WHERE refundedCents > 0 ORDER BY id')).toEqual([
    { id: 2, refundedCents: 200 },
    { id: 3, refundedCents: 300 },
  ]);
});
