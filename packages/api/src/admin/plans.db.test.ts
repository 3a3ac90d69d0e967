import { User } from '@lantern/db/models/user';
import { fillHistory } from '@lantern/db/testing/history';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ago, DAY_MS } from '../shared/dates.ts';
import type { AdminApi } from '../testing/admin-services.ts';
import { planOf, statementsOf } from '../testing/statements.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';

/*
 * How the databases answer the lists of the admin side, in a store large enough for them to prefer its indexes: what
 * reads no more than its page, or its matches, takes as long in a store of any size.
 */

const daysAgo = (days: number) => ago(days * DAY_MS).toISOString();

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  const history = { products: 400, users: 4000, orders: 12_000, days: 400, seed: 1 };
  await t.database.exclusively(() => fillHistory(t.database, history));
  await fillReturns(t.services);
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

/** Everything delivered came back, and some of it waits for a decision. */
async function fillReturns({ database }: TestServices['services']): Promise<void> {
  const decidedAt = 'CASE WHEN id % 50 = 0 THEN NULL ELSE createdAt END';
  await database.transaction(async () => {
    await database.execute(
      `INSERT INTO order_returns
        (orderId, number, status, reason, requestedAt, decidedAt, receivedAt, restocked, createdAt, updatedAt)
      SELECT id, CONCAT(number, '-R1'), CASE WHEN id % 50 = 0 THEN 'requested' ELSE 'received' END, 'Too bright.',
        createdAt, ${decidedAt}, ${decidedAt}, 0, createdAt, createdAt FROM orders WHERE status = 'delivered'`,
      [],
    );
    await database.execute(
      `INSERT INTO order_return_items (returnId, orderItemId, quantity, createdAt, updatedAt)
      SELECT r.id, i.id, 1, r.createdAt, r.createdAt FROM order_returns r JOIN order_items i ON i.orderId = r.orderId`,
      [],
    );
  });
  if (database.dialect.name !== 'mysql') return;
  await database.sequelize.query('ANALYZE TABLE order_returns, order_return_items');
}

/** The statements that `work` runs on these tables, each with its plan. */
async function plansOf(tables: RegExp, work: () => Promise<unknown>): Promise<[sql: string, plan: string][]> {
  const statements = (await statementsOf(t.database, work)).filter((sql) => tables.test(sql));
  const plans: [string, string][] = [];
  for (const sql of statements) plans.push([sql, await planOf(t.database, sql)]);
  return plans;
}

/** Reads rows that it does not need, or sorts what it has read. */
const reads = /"type":"ALL"|SCAN (?!Order"|OrderReturn"|User")|filesort|TEMP B-TREE FOR ORDER BY/i;

/** Sorts what it has read, or reads the table as it lies. */
const sorts = /"type":"ALL"|filesort|TEMP B-TREE FOR ORDER BY/i;

const orders = /FROM `orders` AS `Order`.*LIMIT/;
const users = /FROM `(users|name_endings)` AS .*LIMIT/;

test.each([
  ['orders', {}, /"key":"PRIMARY"|SCAN Order"|Order USING INTEGER PRIMARY KEY/],
  ['orders of a status', { status: 'shipped' }, /ix_orders_status_id/],
  ['orders of a time', { from: daysAgo(300), to: daysAgo(299) }, /ix_orders_placedAt/],
  ['orders of a status and a time', { status: 'cancelled', to: daysAgo(300) }, /ix_orders_status_placedAt_id/],
] as const)('%s are read in the order of an index, from any page on', async (_, filters, index) => {
  const { nextCursor } = await admin.orders.list({ ...filters, limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const [[, plan] = [], ...more] = await plansOf(orders, () => admin.orders.list({ ...filters, cursor, limit: 5 }));
    expect(more).toEqual([]);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(reads);
  }
});

test.each([
  ['oldest', {}, /"key":"PRIMARY"|SCAN Order"|Order USING INTEGER PRIMARY KEY/],
  ['oldest', { status: 'delivered' }, /ix_orders_status_id/],
  ['total_asc', {}, /ix_orders_totalCents/],
  ['total_desc', {}, /ix_orders_totalCents/],
  ['total_asc', { status: 'delivered' }, /ix_orders_status_totalCents/],
  ['total_desc', { status: 'cancelled' }, /ix_orders_status_totalCents/],
  ['total_desc', { from: daysAgo(300) }, /ix_orders_totalCents/],
  ['total_asc', { from: daysAgo(300), to: daysAgo(1), status: 'delivered' }, /ix_orders_status_totalCents/],
] as const)(
  'orders by %s with %o are read in the order of an index, from any page on',
  async (sort, filters, index) => {
    const { nextCursor } = await admin.orders.list({ sort, ...filters, limit: 5 });
    for (const cursor of [null, nextCursor]) {
      const plans = await plansOf(orders, () => admin.orders.list({ sort, ...filters, cursor, limit: 5 }));
      const [, plan] = plans.at(-1) ?? [];
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(sorts);
    }
  },
);

test('the few orders of a time are found in an index before they are sorted by total', async () => {
  const filters = { sort: 'total_desc', from: daysAgo(20), to: daysAgo(1) } as const;
  const plans = await plansOf(orders, () => admin.orders.list({ ...filters, limit: 5 }));
  expect(plans).toHaveLength(2);
  for (const [sql, plan] of plans)
    expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/"type":"(ALL|index)"|SCAN /)]);
});

test('the history of a stock is read in the order of an index, and no more of it than its page', async () => {
  const [{ id: variantId } = { id: 0 }] = await t.database.select<{ id: number }>(
    'SELECT MIN(id) AS id FROM variants',
    {},
  );
  await t.database.transaction(() =>
    t.database.execute(
      `INSERT INTO stock_movements (variantId, quantity, reason, orderId, at)
      SELECT CASE WHEN id % 3 = 0 THEN ? ELSE id END, -1, 'sale', id, createdAt FROM orders`,
      [variantId],
    ),
  );
  if (t.database.dialect.name === 'mysql') await t.database.sequelize.query('ANALYZE TABLE stock_movements');
  const { nextCursor } = await admin.products.stockHistory({ variantId, limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const plans = await plansOf(/FROM stock_movements/, () =>
      admin.products.stockHistory({ variantId, cursor, limit: 5 }),
    );
    expect(plans).toHaveLength(1);
    expect(plans[0]?.[1]).toMatch(/ix_stock_movements_variantId/);
    expect(plans[0]?.[1]).not.toMatch(sorts);
  }
});

test('orders to be packed are read from their oldest on, in the order of an index', async () => {
  const { nextCursor } = await admin.orders.toShip({ limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const plans = await plansOf(orders, () => admin.orders.toShip({ cursor, limit: 5 }));
    expect(plans).toHaveLength(2);
    // No order of the history is partially shipped: how nothing is read says nothing.
    const [[, plan] = []] = plans.filter(([sql]) => sql.includes("'paid'"));
    expect(plan).toMatch(/ix_orders_status_id/);
    expect(plan).not.toMatch(reads);
  }
});

test.each([
  ['returns', {}, /"key":"PRIMARY"|SCAN OrderReturn"|OrderReturn USING INTEGER PRIMARY KEY/],
  ['returns that wait for a decision', { status: 'requested' }, /ix_order_returns_status_id/],
  ['returns of a status', { status: 'received' }, /ix_order_returns_status_id/],
] as const)('%s are read in the order of an index, from any page on', async (_, filters, index) => {
  const { nextCursor } = await admin.returns.list({ ...filters, limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const plans = await plansOf(/FROM `order_return/, () => admin.returns.list({ ...filters, cursor, limit: 5 }));
    const [[, page] = []] = plans.filter(([sql]) => sql.includes('LIMIT'));
    expect(page).toMatch(index);
    expect(page).not.toMatch(reads);
    // The items, and the other returns of the same orders.
    const rest = plans.filter(([sql]) => !sql.includes('LIMIT'));
    expect(rest.length).toBeGreaterThan(0);
    for (const [sql, plan] of rest) expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/"ALL"|SCAN /)]);
  }
});

test('the returns of an order are read from an index', async () => {
  const [{ orderNumber: order } = {}] = (await admin.returns.list({ limit: 1 })).items;
  const [[, plan] = []] = await plansOf(/FROM `order_returns`.*LIMIT/, () => admin.returns.list({ order, limit: 5 }));
  expect(plan).toMatch(/ix_order_returns_orderId/);
  expect(plan).not.toMatch(reads);
});

test.each([
  ['nothing', () => 'nobody at all'],
  ['a number', (number: string) => number],
  ['the start of a number', (number: string) => number.slice(2, 7)],
  ['an email', (_: string, email: string) => email],
])('a search for %s reads only matches', async (_, queryOf) => {
  const [order] = (await admin.orders.list({ limit: 1, to: daysAgo(200) })).items;
  const q = queryOf(order?.number ?? '', order?.customer.email ?? '');
  for (const status of [undefined, 'delivered'] as const) {
    const tables = /FROM `(users|name_endings|orders|guest_name_endings)`/;
    const plans = await plansOf(tables, () => admin.orders.list({ q, status }));
    for (const [sql, plan] of plans)
      expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/"type":"(ALL|index)"|SCAN /)]);
    const indexes = plans.map(([, plan]) => plan).join();
    expect(indexes).toMatch(/ix_name_endings_ending/);
    expect(indexes).toMatch(/ix_guest_name_endings_ending/);
    expect(indexes).toMatch(/"key":"email"|sqlite_autoindex_users/);
  }
});

test.each([
  ['users', {}, /"key":"PRIMARY"|SCAN User"/],
  ['admins', { role: 'admin' }, /ix_users_role/],
  ['disabled users', { disabled: true }, /ix_users_disabled/],
  ['disabled customers', { role: 'customer', disabled: true }, /ix_users_role_disabled|ix_users_disabled/],
] as const)('%s are read in the order of an index', async (_, filters, index) => {
  const [[, plan] = []] = await plansOf(users, () => admin.users.list({ ...filters, limit: 5 }));
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/"type":"ALL"/);
});

test.each([
  ['name', {}, /ix_users_nameKey/],
  ['name_desc', {}, /ix_users_nameKey/],
  ['name', { role: 'customer' }, /ix_users_nameKey/],
  ['name_desc', { disabled: false }, /ix_users_nameKey/],
  ['email', {}, /"key":"email"|sqlite_autoindex_users/],
  ['email_desc', { role: 'customer', disabled: false }, /"key":"email"|sqlite_autoindex_users/],
  ['oldest', {}, /"key":"PRIMARY"|SCAN User"|User USING INTEGER PRIMARY KEY/],
] as const)('users by %s with %o are read in the order of an index, from any page on', async (sort, filters, index) => {
  const { nextCursor } = await admin.users.list({ sort, ...filters, limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const plans = await plansOf(users, () => admin.users.list({ sort, ...filters, cursor, limit: 5 }));
    const [, plan] = plans.at(-1) ?? [];
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(sorts);
  }
});

test('the few admins are found in an index before they are sorted', async () => {
  const plans = await plansOf(users, () => admin.users.list({ sort: 'name', role: 'admin', limit: 5 }));
  expect(plans).toHaveLength(2);
  for (const [sql, plan] of plans)
    expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/"type":"(ALL|index)"|SCAN /)]);
});

test('a search for users reads only matches', async () => {
  const { email } = await User.findOne({ order: ['id'], offset: 700, rejectOnEmpty: true, raw: true });
  for (const q of ['nobody at all', 'ansen', email]) {
    for (const [sql, plan] of await plansOf(users, () => admin.users.list({ q, limit: 5 }))) {
      expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/"type":"(ALL|index)"|SCAN /)]);
    }
  }
});

test('finding anything reads only matches of orders and users, and names of products from an index', async () => {
  const plans = await plansOf(/FROM (`?(users|name_endings|orders|guest_name_endings|products|variants)`?)/, () =>
    admin.find({ q: 'nothing of this kind' }),
  );
  expect(plans.length).toBeLessThan(16);
  for (const [sql, plan] of plans) {
    const scans = /products/.test(sql) ? /"type":"ALL"/ : /"type":"(ALL|index)"|SCAN /;
    expect([sql, plan]).not.toEqual([sql, expect.stringMatching(scans)]);
  }
});

test.each([
  [{ sort: 'stock_asc' }, /ix_products_stock/],
  [{ sort: 'stock_desc' }, /ix_products_stock/],
  [{ sort: 'stock_asc', status: 'active' }, /ix_products_status_stock/],
  [{ sort: 'stock_desc', status: 'active' }, /ix_products_status_stock/],
  [{ sort: 'name_desc' }, /ix_products_nameKey_slug/],
] as const)('products with %o are sorted through an index', async (query, index) => {
  const { nextCursor } = await admin.products.list({ ...query, limit: 5 });
  for (const cursor of [null, nextCursor]) {
    const page = /FROM `products`.*ORDER BY/;
    const [[, plan] = []] = await plansOf(page, () => admin.products.list({ ...query, cursor, limit: 5 }));
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/filesort|TEMP B-TREE FOR ORDER BY/i);
  }
});

test('a search for products reads names and SKUs from indexes', async () => {
  const plans = await plansOf(/FROM (`variants`|products|`products`)/, () =>
    admin.products.list({ q: 'nothing of this kind' }),
  );
  const all = plans.map(([, plan]) => plan).join();
  expect(all).toMatch(/ix_products_nameKey_slug/);
  expect(all).toMatch(/"key":"sku"|sqlite_autoindex_variants/);
});

test('the dashboard counts a day once, through indexes', async () => {
  // Of days, not of what waits.
  const counts = /^(?!.* UNION ALL ).*(SUM\(|COUNT\()/s;
  await t.database.transaction(() =>
    t.database.sequelize.query('UPDATE order_events SET createdAt = :at', { replacements: { at: new Date(0) } }),
  );
  const first = await plansOf(counts, () => admin.dashboard({ days: 3 }));
  const indexes = first.map(([, plan]) => plan).join();
  for (const index of [
    'ix_orders_status_placedAt_id',
    'ix_order_items_revenue',
    'ix_users_role_createdAt',
    'ix_payments_orderId',
  ])
    expect(indexes).toContain(index);
  for (const [sql, plan] of first) expect([sql, plan]).not.toEqual([sql, expect.stringMatching(/SCAN (?!s\b)/)]);
  const again = await statementsOf(t.database, () => admin.dashboard({ days: 3 }));
  expect(again.filter((sql) => counts.test(sql))).toEqual([expect.stringContaining('FROM users')]);
});

test('what waits is counted in indexes', async () => {
  const plans = await plansOf(/ UNION ALL |SELECT v\.productId/, () => admin.dashboard({ days: 3 }));
  expect(plans).toHaveLength(2);
  const all = plans.map(([, plan]) => plan).join();
  for (const index of [/ix_orders_status/, /ix_order_returns_status_id/, /ix_outbox_mails_/, /ix_variants_stock/])
    expect(all).toMatch(index);
  expect(all).not.toMatch(/"type":"ALL","possible_keys":"[^"]*","key":null|SCAN (?!toShip|returns|failed|declined|\d)/);
});
