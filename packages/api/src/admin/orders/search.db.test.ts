import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { fillHistory } from '@lantern/db/testing/history';
import { foldText } from '@lantern/text/fold';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdminApi } from '../../testing/admin-services.ts';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';
import { customerOf } from './list.ts';

let t: TestServices;
let orders: AdminApi['admin']['orders'];
let all: { number: string; status: string; placedAt: string; email: string; name: string }[];
beforeAll(async () => {
  t = await startTestServices();
  const history = { products: 50, users: 1000, orders: 6000, days: 100, seed: 2 };
  await t.database.exclusively(() => fillHistory(t.database, history));
  orders = (await t.admin()).api.admin.orders;
  const rows = await Order.findAll({ include: [User], order: [['id', 'DESC']], raw: true, nest: true });
  all = rows.map((order) => {
    const { number, status, placedAt } = order;
    const { email, name } = customerOf(order);
    return { number, status, placedAt: placedAt.toISOString(), email, name: foldText(name) };
  });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The numbers of all pages. */
async function everything(query: Parameters<typeof orders.list>[0]): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof orders.list>> = await orders.list({ ...query, cursor, limit: 90 });
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor;
    if (!cursor) return numbers;
  }
}

test('a search pages through all matches, few or many, newest first, with every filter', { tags: 'long' }, async () => {
  const nobody = { number: '', email: '', placedAt: '' };
  const somewhere = all[3000] ?? nobody;
  const guest = all.find(({ email }) => email.includes('.g3000@')) ?? nobody;
  const queries = [
    'ada',
    'a',
    'e abel',
    'zoe',
    somewhere.email,
    somewhere.email.slice(0, 4),
    guest.email,
    somewhere.number,
    somewhere.number.slice(2, 4),
    'nobody at all',
  ];
  const to = somewhere.placedAt;
  for (const q of queries) {
    for (const filters of [{}, { status: 'cancelled' }, { to }, { status: 'delivered', from: to }] as const) {
      const { status, from = '', to: until = '9' } = { status: undefined, ...filters };
      const expected = all.filter(
        (order) =>
          (order.number.startsWith(`L-${q.toUpperCase()}`) ||
            order.number === q ||
            order.email.startsWith(q) ||
            order.name.includes(q)) &&
          (status ? order.status === status : order.status !== 'payment_failed' || order.number === q) &&
          order.placedAt >= from &&
          order.placedAt <= until,
      );
      // A single character is no beginning of a number.
      const counted =
        q.length === 1 ? expected.filter(({ email, name }) => email.startsWith(q) || name.includes(q)) : expected;
      expect([q, filters, await everything({ q, ...filters })]).toEqual([
        q,
        filters,
        counted.map(({ number }) => number),
      ]);
    }
  }
});
