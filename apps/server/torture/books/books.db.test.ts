import { sell } from '@lantern/api/testing/sale';
import { startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import { Order } from '@lantern/db/models/order';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Follower } from '../follower.ts';
import { Told } from '../told.ts';
import type { Check } from './check.ts';
import { askDoctor } from './doctor.ts';
import { checkLog } from './log.ts';
import { checkMoney } from './money.ts';
import { checkOrders } from './orders.ts';
import { checkStock } from './stock.ts';

/* The checks of `npm run torture` are worth something only if they find what is wrong. */

let t: TestServices;
const told = new Told();
const follower = new Follower();

beforeAll(async () => {
  t = await startTestServices();
  const { api: admin } = await t.admin();
  const [kept, cancelled] = [await sell(t), await sell(t)];
  for (const { number, variantId } of [kept, cancelled]) {
    told.orders.push({ number, status: 'paid', totalCents: 6000 });
    told.stocked.set(variantId, 5);
  }
  told.closing.add(cancelled.number);
  await cancelled.api.orders.cancel({ number: cancelled.number });
  await admin.admin.orders.refund({ number: kept.number, amountCents: 100, idempotencyKey: crypto.randomUUID() });
  told.refundedCents.set(kept.number, 100);
  const { id, version } = await admin.admin.products.create({
    name: 'Mug',
    description: 'New',
    status: 'active',
    categorySlugs: [],
    variants: [{ sku: 'MUG', options: {}, priceCents: 2000, stock: 5 }],
  });
  await admin.admin.products.update({ id, version, description: 'Edit 1' });
  told.edits.push('Edit 1');
  const { items } = await admin.admin.activity.list({});
  follower.seen.push(...items.map(({ seq }) => seq).reverse());
});
afterAll(() => t[Symbol.asyncDispose]());

async function checks(): Promise<Check[]> {
  const books = [checkMoney(told), checkOrders(told), checkStock(told), checkLog(told, [follower])];
  return [...(await Promise.all(books)).flat(), await askDoctor(t.services)];
}

const broken = async () =>
  (await checks()).filter(({ differences }) => differences.length > 0).map(({ promise }) => promise);

test('books that are as they should be have no differences, and something of each kind is compared', async () => {
  expect(await broken()).toEqual([]);
  const empty = (await checks()).filter(({ compared }) => compared === 0).map(({ promise }) => promise);
  expect(empty).toEqual(['every order that a client was told is not paid took no money']);
});

test.each([
  ["UPDATE provider_charges SET state = 'voided' WHERE id = 1", 'every payment agrees with the provider'],
  ['UPDATE provider_charges SET amountCents = 6001 WHERE id = 1', 'every capture belongs to one order of that amount'],
  [
    'UPDATE provider_charges SET refundedCents = 5999 WHERE id = 2',
    'every capture belongs to one order of that amount',
  ],
  ['DELETE FROM provider_refunds', 'every refund was paid back once'],
  ["UPDATE refunds SET status = 'due' WHERE id = 1", 'every refund was paid back once'],
  ['UPDATE payments SET refundedCents = 0 WHERE id = 1', 'every refund that an admin was told of'],
  ["UPDATE orders SET status = 'pending' WHERE id = 1", 'no order is pending'],
  ["UPDATE orders SET status = 'cancelled' WHERE id = 1", 'every order that a client was told is paid was paid'],
  ["DELETE FROM order_events WHERE status = 'paid'", 'every timeline is legal'],
  ['UPDATE variants SET stock = stock + 1 WHERE id = 1', 'what is sold and what is left'],
  ['UPDATE order_items SET restockedQuantity = 0 WHERE orderId = 2', 'what was not paid or was cancelled is back'],
  ['UPDATE orders SET subtotalCents = 1 WHERE id = 1', 'every figure that is kept is what it follows from'],
  ["UPDATE activity_entries SET entityLabel = 'Cup'", 'the chain of the activity log is intact'],
])('%s is found', async (damage, promise) => {
  const { database } = t;
  const undone = new Error('Undone.');
  let found: string[] = [];
  const damaged = database.transaction(async () => {
    await database.sequelize.query(damage);
    found = await broken();
    throw undone;
  });
  await expect(damaged).rejects.toBe(undone);
  expect(found.map((one) => one.slice(0, promise.length))).toContain(promise);
});

test('what clients were told and is not in the books is found', async () => {
  const { number } = await Order.findOne({ rejectOnEmpty: true });
  const lies: [Partial<Told>, string][] = [
    [{ orders: [] }, 'every order was told to one client, once'],
    [{ orders: [{ number, status: 'payment_failed', totalCents: 6000 }] }, 'every order that a client was told is not'],
    [
      { orders: [{ number: 'L-NONE', status: 'paid', totalCents: 6000 }] },
      'every order that a client was told is paid',
    ],
    [{ edits: ['Edit 2'] }, 'every edit that an admin was told is saved has one entry'],
  ];
  for (const [lie, promise] of lies) {
    const lied = Object.assign(new Told(), told, lie);
    const found = (await Promise.all([checkOrders(lied), checkLog(lied, [])])).flat();
    const names = found.filter(({ differences }) => differences.length > 0).map((one) => one.promise);
    expect(names.map((name) => name.slice(0, promise.length))).toContain(promise);
  }
});

test.each([[[1, 2, 4]], [[1, 1, 2]], [[2, 1]], [[1]]])('a follower that saw %j is found', async (seen) => {
  const other = Object.assign(new Follower(), { seen });
  const [, , check] = await checkLog(told, [other]);
  expect(check?.differences).toHaveLength(1);
});
