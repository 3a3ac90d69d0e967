/**
 * Measures the duration of the dashboard's queries with 100,000 orders of the last 180 days, in milliseconds, on both
 * databases. Run with `npm run bench:dashboard`.
 */
import { dashboard } from '@lantern/api/admin/dashboard/service';
import { createServices } from '@lantern/api/services';
import type { Database } from '@lantern/db/database';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { percentile } from './report.ts';

const ORDERS = 100_000;
const USERS = 20_000;
const PRODUCTS = 500;
const DAYS = 180;
const ROWS_PER_STATEMENT = 1000;
const ROUNDS = 50;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = Date.now();
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Deterministic times, spread over the whole period. */
const momentOf = (n: number) => new Date(now - ((n * 7919) % (DAYS * 24 * 60)) * 60_000);

async function insert(database: Database, table: string, rows: object[]): Promise<void> {
  const queries = database.sequelize.getQueryInterface();
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    await queries.bulkInsert(table, rows.slice(at, at + ROWS_PER_STATEMENT));
  }
}

/** Two thirds of the orders are paid, shipped or delivered; some are partially refunded. */
async function fill(database: Database): Promise<void> {
  const stamped = (n: number) => ({ createdAt: momentOf(n), updatedAt: momentOf(n) });
  const statuses = ['paid', 'shipped', 'delivered', 'delivered', 'cancelled', 'payment_failed'];
  await database.transaction(async () => {
    const account = { name: 'Ada', passwordHash: 'x', role: 'customer', disabled: false };
    const users = range(USERS).map((id) => ({ id, email: `${id}@example.com`, ...account, ...stamped(id) }));
    await insert(database, 'users', users);
    const text = { description: 'A thing.', status: 'active', priceCents: 2000, version: 1 };
    const products = range(PRODUCTS).map((id) => ({
      id,
      slug: `thing-${id}`,
      name: `Thing ${id}`,
      ...text,
      ...stamped(id),
    }));
    await insert(database, 'products', products);
    const variants = range(PRODUCTS).map((id) => {
      const row = { id, productId: id, sku: `T-${id}`, options: '{}', priceCents: 2000, stock: id % 60, position: 0 };
      return { ...row, ...stamped(id) };
    });
    await insert(database, 'variants', variants);
    const sums = { subtotalCents: 6000, shippingCents: 0, taxCents: 1000, totalCents: 6000, itemCount: 3 };
    const orders = range(ORDERS).map((id) => {
      const status = statuses[id % statuses.length];
      const keys = { number: `L-${id}`, userId: 1 + (id % USERS), idempotencyKey: `key-${id}`, payloadHash: 'x' };
      return { id, ...keys, status, ...sums, shippingAddress: '{}', placedAt: momentOf(id), ...stamped(id) };
    });
    await insert(database, 'orders', orders);
    const lines = range(2 * ORDERS).map((id) => {
      const variantId = 1 + ((id * 31) % PRODUCTS);
      const what = { name: 'Thing', slug: 'thing', sku: `T-${variantId}`, options: '{}', unitPriceCents: 2000 };
      return { id, orderId: Math.ceil(id / 2), variantId, ...what, quantity: 1 + (id % 2), ...stamped(id) };
    });
    await insert(database, 'order_items', lines);
    const paid = { provider: 'simulated', method: 'sim_ok', amountCents: 6000, status: 'captured' };
    const payments = range(ORDERS).map((id) => ({
      id,
      orderId: id,
      idempotencyKey: `order-${id}`,
      ...paid,
      ...stamped(id),
    }));
    await insert(database, 'payments', payments);
    const refunds = range(ORDERS / 50).map((id) => {
      const row = { paymentId: id * 50, idempotencyKey: `refund-${id}`, amountCents: 500, status: 'done' };
      return { id, ...row, ...stamped(id) };
    });
    await insert(database, 'refunds', refunds);
  });
  if (database.dialect.name === 'mysql')
    await database.sequelize.query('ANALYZE TABLE orders, order_items, payments, refunds');
}

async function measure(): Promise<void> {
  await using opened = await openTestDatabase();
  const { database } = opened;
  await fill(database);
  const services = createServices(database, quiet, { rateLimits: false });
  for (const days of [7, 30, 90]) {
    await dashboard(services, days);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      await dashboard(services, days);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => percentile(times, share).toFixed(0);
    console.log(`${database.dialect.name}, ${days} of ${DAYS} days: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  }
}

console.log(`${ORDERS} orders, ${USERS} users`);
await measure();
const { url, stop } = await startMariadb();
process.env.TEST_DATABASE = 'mariadb';
process.env.TEST_MARIADB_URL = url;
await measure();
await stop();
process.exit(0);
