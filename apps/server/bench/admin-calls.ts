import { countToDo } from '@lantern/api/admin/dashboard/to-do';
import type { AdminApi } from '@lantern/api/testing/admin-services';
import type { Database } from '@lantern/db/database';

type Call = [name: string, call: () => Promise<unknown>];

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** What is measured: every filter, order and period, and searches that find nothing, little and much. */
export async function adminCalls(admin: AdminApi['admin'], database: Database): Promise<Call[]> {
  const { orders, products, users, dashboard } = admin;
  const [order] = await database.select<{ number: string; email: string }>(
    `SELECT o.number AS number, u.email AS email FROM orders o JOIN users u ON u.id = o.userId
     WHERE o.id = (SELECT MAX(id) FROM orders) / 2`,
    {},
  );
  const { number = '', email = '' } = order ?? {};
  const { nextCursor: cursor } = await orders.list({ to: daysAgo(365), limit: 1 });
  const searches = {
    nothing: 'nobody at all',
    'a number': number,
    'the start of a number': number.slice(2, 6),
    'two characters of a number': number.slice(2, 4),
    'an email': email,
    'the start of an email': 'zoe.',
    'a name': 'Zoë Abel',
    'a part of many names': 'an',
    'one letter': 'a',
  };
  const statuses = [
    'pending',
    'paid',
    'payment_failed',
    'partially_shipped',
    'shipped',
    'delivered',
    'cancelled',
    'refunded',
  ] as const;
  const calls: Call[] = [
    ['orders', () => orders.list({})],
    ['orders, in the middle', () => orders.list({ cursor })],
    ['orders of a day a year ago', () => orders.list({ from: daysAgo(366), to: daysAgo(365) })],
    ['orders until a year ago', () => orders.list({ to: daysAgo(365) })],
    ['orders of a year', () => orders.list({ from: daysAgo(365) })],
    ['cancelled orders until a year ago', () => orders.list({ status: 'cancelled', to: daysAgo(365) })],
    ['orders of tomorrow', () => orders.list({ from: daysAgo(-1) })],
  ];
  for (const status of statuses) {
    calls.push([`${status} orders`, () => orders.list({ status })]);
    calls.push([`${status} orders, nothing`, () => orders.list({ status, q: 'nobody at all' })]);
    calls.push([`${status} orders, a name`, () => orders.list({ status, q: 'Zoë Abel' })]);
  }
  for (const [what, q] of Object.entries(searches)) {
    calls.push([`orders, ${what}`, () => orders.list({ q })]);
    calls.push([`orders until a year ago, ${what}`, () => orders.list({ q, to: daysAgo(365) })]);
    calls.push([`users, ${what}`, () => users.list({ q })]);
  }
  calls.push(
    ['users', () => users.list({})],
    ['admins', () => users.list({ role: 'admin' })],
    ['disabled users', () => users.list({ disabled: true })],
    ['disabled admins', () => users.list({ role: 'admin', disabled: true })],
  );
  for (const sort of ['newest', 'name', 'price_asc', 'price_desc', 'stock_asc'] as const) {
    calls.push([`products by ${sort}`, () => products.list({ sort })]);
    calls.push([`draft products by ${sort}`, () => products.list({ sort, status: 'draft' })]);
    calls.push([`active products by ${sort}`, () => products.list({ sort, status: 'active' })]);
    calls.push([`products of a category by ${sort}`, () => products.list({ sort, category: 'kitchen' })]);
  }
  for (const q of ['nothing of this kind', 'GEN-4711-1', 'gen-47', 'fjord quiet', 'a']) {
    for (const sort of ['newest', 'stock_asc'] as const) {
      calls.push([`products by ${sort}, "${q}"`, () => products.list({ q, sort })]);
    }
  }
  calls.push(['what waits', () => countToDo({ database })]);
  for (const days of [1, 7, 30, 90, 365]) calls.push([`dashboard, ${days} days`, () => dashboard({ days })]);
  return calls;
}
