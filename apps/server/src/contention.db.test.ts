import { setTimeout as sleep } from 'node:timers/promises';
import { QueryTypes } from '@lantern/db/query';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { retryingClient } from './testing/retrying-client.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

/*
 * The bundle under real contention; a different compiler builds it than the one of the other tests. Clients must not
 * notice deadlocks and retries, and the database must match the responses.
 */

let t: TestDatabase;
let server: ServerProcess;
let admin: ReturnType<typeof retryingClient>;
beforeAll(async () => {
  t = await openTestDatabase();
  server = await startServer(t.url);
  admin = retryingClient(server.url);
  await admin.mutate('auth.login', { email: 'admin@example.com', password: 'correct horse' });
}, 90_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

/** Creates an active product with one variant for each stock. */
async function onSale(name: string, stocks: number[]): Promise<{ id: number; variantIds: number[] }> {
  const variants = stocks.map((stock, n) => ({
    sku: `${name}-${n}`,
    options: { No: String(n) },
    priceCents: 6000,
    stock,
  }));
  const product = { name, slug: name, description: 'A thing.', status: 'active', categorySlugs: [], variants };
  const { status, body } = await admin.mutate('admin.products.create', product);
  expect(body, name).toMatchObject({ result: {} });
  expect(status).toBe(200);
  const { id, variants: created } = body.result.data;
  return { id, variantIds: created.map((variant: { id: number }) => variant.id) };
}

// The competing transaction has changed more rows than the request, so InnoDB rolls back the request's in a deadlock.
test.runIf(process.env.TEST_DATABASE === 'mariadb')(
  'a request rolled back by a deadlock is retried and applied once',
  async () => {
    const { variantIds } = await onSale(
      'cups',
      Array.from({ length: 40 }, () => 100),
    );
    const [variantId] = variantIds;
    const shopper = retryingClient(server.url);
    await shopper.mutate('cart.add', { variantId: variantIds[1], quantity: 1 });
    const { sequelize } = t.database;
    const deadlocks = async () => {
      const sql =
        "SELECT VARIABLE_VALUE AS n FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'Innodb_deadlocks'";
      const [row] = await sequelize.query<{ n: string }>(sql, { type: QueryTypes.SELECT });
      return Number(row?.n);
    };
    const before = await deadlocks();
    const competing = await sequelize.transaction();
    await sequelize.query(`UPDATE variants SET position = position + 1 WHERE id IN (${variantIds})`, {
      transaction: competing,
    });
    const adding = shopper.mutate('cart.add', { variantId, quantity: 2 });
    const waiting = "SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";
    // InnoDB refreshes its information tables at most ten times a second.
    do await sleep(150);
    while ((await sequelize.query(waiting, { type: QueryTypes.SELECT })).length === 0);
    await sequelize.query('SELECT id FROM carts FOR UPDATE', { transaction: competing });
    await competing.rollback();
    expect((await adding).status).toBe(200);
    expect((await deadlocks()) - before).toBe(1);
    const cart = (await shopper.query('cart.get')).body.result.data;
    expect(cart.items.map((line: { quantity: number }) => line.quantity)).toEqual([1, 2]);
  },
  120_000,
);

test('concurrent changes to one cart are each applied once', async () => {
  const { variantIds } = await onSale('mugs', [999]);
  const [variantId] = variantIds;
  const shoppers = Array.from({ length: 8 }, () => retryingClient(server.url));
  const quantities = shoppers.map(async (shopper) => {
    await shopper.query('cart.get');
    const answers = [];
    for (let round = 0; round < 5; round++) {
      const three = Array.from({ length: 3 }, () => shopper.mutate('cart.add', { variantId, quantity: 1 }));
      answers.push(...(await Promise.all(three)));
    }
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { text, body } = await shopper.query('cart.get');
    return body?.result?.data.items[0].quantity ?? text;
  });
  expect(await Promise.all(quantities)).toEqual(shoppers.map(() => 15));
}, 120_000);
