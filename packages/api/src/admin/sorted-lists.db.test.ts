import { nameKey } from '@lantern/db/base/name-key';
import { fillHistory } from '@lantern/db/testing/history';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ago, DAY_MS } from '../shared/dates.ts';
import type { Page } from '../shared/paging.ts';
import type { AdminApi } from '../testing/admin-services.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';
import { orderSorts } from './orders/schema.ts';
import { userSorts } from './users/schema.ts';

/* Lists in every order, with filters that leave many rows and filters that leave few: they are read in different ways. */

const daysAgo = (days: number) => ago(days * DAY_MS).toISOString();

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  const history = { products: 20, users: 1100, orders: 2600, days: 100, seed: 3 };
  await t.database.exclusively(() => fillHistory(t.database, history));
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

/** The items of all pages. */
async function everything<Item>(read: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) return items;
  }
}

type Keys = (string | number)[];

/** By the first keys in which they differ. */
function compared(one: Keys, other: Keys): number {
  const place = one.findIndex((key, index) => key !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) < (other[place] ?? 0) ? -1 : 1;
}

type Sorted = { number: string; totalCents: number };

test.each([
  {},
  { status: 'cancelled' },
  { from: daysAgo(90) },
  { from: daysAgo(20), to: daysAgo(10) },
  { q: 'an', to: daysAgo(10) },
] as const)('orders with %o come once each, in every order', async (filters) => {
  const read = (sort?: (typeof orderSorts)[number]) =>
    everything((cursor) => admin.orders.list({ ...filters, sort, cursor, limit: 100 }));
  const newest = await read();
  expect(newest.length).toBeGreaterThan(0);
  // Equal totals are in the order of the ids.
  const ageOf = new Map(newest.map(({ number }, place) => [number, -place]));
  const age = ({ number }: Sorted): Keys => [ageOf.get(number) ?? 1];
  const total = (order: Sorted): Keys => [order.totalCents, ...age(order)];
  for (const [ascending, descending, keysOf] of [
    ['oldest', 'newest', age],
    ['total_asc', 'total_desc', total],
  ] as const) {
    const sorted = newest.map(keysOf).toSorted(compared);
    expect((await read(ascending)).map(keysOf)).toEqual(sorted);
    expect((await read(descending)).map(keysOf)).toEqual(sorted.toReversed());
  }
});

type Named = { id: number; name: string; email: string };

test.each([{}, { role: 'customer' }, { role: 'admin' }, { q: 'an', disabled: false }] as const)(
  'users with %o come once each, in every order',
  async (filters) => {
    const read = (sort?: (typeof userSorts)[number]) =>
      everything((cursor) => admin.users.list({ ...filters, sort, cursor, limit: 100 }));
    const newest = await read();
    expect(newest.length).toBeGreaterThan(0);
    for (const [ascending, descending, keysOf] of [
      ['oldest', 'newest', ({ id }: Named): Keys => [id]],
      ['name', 'name_desc', ({ id, name }: Named): Keys => [nameKey(name), id]],
      ['email', 'email_desc', ({ email }: Named): Keys => [email]],
    ] as const) {
      const sorted = newest.map(keysOf).toSorted(compared);
      expect((await read(ascending)).map(keysOf)).toEqual(sorted);
      expect((await read(descending)).map(keysOf)).toEqual(sorted.toReversed());
    }
  },
);

test('a cursor of another order is refused as a field error', async () => {
  const refused = { code: 'BAD_REQUEST', cause: { fieldErrors: { cursor: expect.anything() } } };
  for (const sort of orderSorts) {
    const { nextCursor: cursor } = await admin.orders.list({ sort, limit: 2 });
    for (const other of orderSorts)
      if (other !== sort) expect(await failureOf(admin.orders.list({ sort: other, cursor }))).toMatchObject(refused);
  }
  for (const sort of userSorts) {
    const { nextCursor: cursor } = await admin.users.list({ sort, limit: 2 });
    for (const other of userSorts)
      if (other !== sort) expect(await failureOf(admin.users.list({ sort: other, cursor }))).toMatchObject(refused);
  }
});
