import { Order } from '@lantern/db/models/order';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Calendar } from '../../shared/calendar.ts';
import { DAY_MS } from '../../shared/dates.ts';
import { returnOf } from '../../testing/returns.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api'];
beforeAll(async () => {
  t = await startTestServices();
  t.services.calendar = new Calendar('UTC', () => NOW);
  admin = (await t.admin()).api;
});
afterAll(() => t[Symbol.asyncDispose]());

/** In the past, so that rows created now are later. */
const NOW = Date.parse('2021-06-15T12:00:00.000Z');
const dayBefore = (days: number) => new Date(NOW - days * DAY_MS).toISOString().slice(0, 10);
const today = () => dayBefore(0);

type Shopper = Awaited<ReturnType<TestServices['shopper']>>['api'];

async function buy(api: Shopper, variantId: number, quantity: number, expectedTotalCents: number): Promise<string> {
  await api.cart.add({ variantId, quantity });
  const checkout = { expectedTotalCents, shippingAddress: address, paymentMethod: 'sim_ok' };
  const { order } = await api.checkout.place({ ...checkout, idempotencyKey: crypto.randomUUID() });
  return order.number;
}

/** Sets when an order was placed. */
async function backdate(number: string, at: Date): Promise<void> {
  await t.database.transaction(() => Order.update({ placedAt: at }, { where: { number } }));
}

/** Dates all orders and users to `NOW`. */
async function backdateAll(): Promise<void> {
  const at = new Date(NOW);
  await t.database.transaction(async () => {
    await Order.update({ placedAt: at }, { where: {} });
    await t.database.sequelize.query('UPDATE users SET createdAt = :at', { replacements: { at } });
  });
}

test('the dashboard of an empty store has days with zeros and no division by zero', async () => {
  const quiet = { revenueCents: 0, orders: 0, newCustomers: 0, averageOrderCents: 0 };
  const { days, ...rest } = await admin.admin.dashboard({ days: 7 });
  expect(days).toHaveLength(7);
  expect(days[0]).toEqual({ date: dayBefore(6), ...quiet });
  expect(days.at(-1)).toEqual({ date: today(), ...quiet });
  expect(rest).toEqual({
    timeZone: 'UTC',
    toDo: { toShip: 0, lowProducts: 0, returns: 0, failedMails: 0, declinedPayments: 0 },
    totals: quiet,
    previous: quiet,
    bestSellers: [],
    lowStock: [],
    latestOrders: [],
  });
  expect((await admin.admin.dashboard({})).days).toHaveLength(30);
  expect((await admin.admin.dashboard()).days).toHaveLength(30);
});

test('days, totals, previous period, best sellers and low stock agree with the orders', async () => {
  const lamp = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000, stock: 20 });
  const mug = await stockProduct(t.services, {
    name: 'Mug',
    variants: [
      { options: { Colour: 'Sand' }, priceCents: 6001, stock: 9 },
      { options: { Colour: 'Ink' }, priceCents: 6001, stock: 4 },
    ],
  });
  const [lampId = 0] = lamp.variantIds;
  const [sand = 0, ink = 0] = mug.variantIds;
  const ada = (await t.shopper('Ada')).api;
  const bea = (await t.shopper('Bea')).api;
  const first = await buy(ada, lampId, 1, 6000);
  const second = await buy(ada, sand, 3, 18_003);
  const third = await buy(bea, ink, 2, 12_002);
  const earlier = await buy(bea, lampId, 1, 6000);
  const longAgo = await buy(bea, lampId, 5, 30_000);
  const cancelled = await buy(ada, lampId, 1, 6000);
  const returned = await buy(ada, lampId, 2, 12_000);
  const { setStatus, refund, byNumber } = admin.admin.orders;
  await setStatus({ number: second, status: 'shipped' });
  await setStatus({ number: third, status: 'shipped' });
  await setStatus({ number: third, status: 'delivered' });
  await ada.orders.cancel({ number: cancelled });
  await setStatus({ number: returned, status: 'refunded' });
  const [line] = (await byNumber({ number: second })).items;
  const restock = [{ itemId: line?.id ?? 0, quantity: 1 }];
  await refund({ number: second, amountCents: 6001, restock, idempotencyKey: crypto.randomUUID() });
  await refund({ number: earlier, amountCents: 500, idempotencyKey: crypto.randomUUID() });
  await backdateAll();
  // The first millisecond of the period, and the last one of the previous period.
  const start = new Date(`${dayBefore(6)}T00:00:00.000Z`);
  await backdate(first, start);
  await backdate(earlier, new Date(start.getTime() - 1));
  await backdate(longAgo, new Date(start.getTime() - 7 * DAY_MS - 1));

  const seen = await admin.admin.dashboard({ days: 7 });
  expect(seen.totals).toEqual({ revenueCents: 30_004, orders: 3, newCustomers: 2, averageOrderCents: 10_001 });
  expect(seen.previous).toEqual({ revenueCents: 5500, orders: 1, newCustomers: 0, averageOrderCents: 5500 });
  expect(seen.days[0]).toMatchObject({ date: dayBefore(6), revenueCents: 6000, orders: 1, averageOrderCents: 6000 });
  expect(seen.days.at(-1)).toMatchObject({ date: today(), revenueCents: 24_004, orders: 2, newCustomers: 2 });
  expect(seen.bestSellers).toEqual([
    { productId: expect.any(Number), slug: 'mug', name: 'Mug', imageUrl: null, quantity: 4, revenueCents: 24_004 },
    { productId: expect.any(Number), slug: 'lamp', name: 'Lamp', imageUrl: null, quantity: 1, revenueCents: 6000 },
  ]);
  expect(seen.lowStock.map(({ sku, stock, options }) => [sku, stock, options])).toEqual([
    ['mug-1', 2, { Colour: 'Ink' }],
  ]);
  expect(seen.latestOrders.map(({ number }) => number)).toEqual(
    [first, second, third, earlier, longAgo, cancelled, returned].reverse(),
  );
});

test('what waits is counted: parcels, low products, returns, mails that failed and payments declined today', async () => {
  const [before, lamp] = [
    (await admin.admin.dashboard({})).toDo,
    await stockProduct(t.services, { name: 'Late lamp', priceCents: 6000, stock: 6 }),
  ];
  const [variantId = 0] = lamp.variantIds;
  const { api } = await t.shopper('Cleo');
  await buy(api, variantId, 1, 6000);
  await api.cart.add({ variantId, quantity: 1 });
  const declined = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_declined' };
  await failureOf(api.checkout.place({ ...declined, idempotencyKey: crypto.randomUUID() }));
  const { returned } = await returnOf(t, { admin: admin.admin });
  await t.database.transaction(() => OutboxMail.update({ status: 'failed' }, { where: {}, limit: 1 }));
  const after = (await admin.admin.dashboard({})).toDo;
  expect(after).toEqual({
    toShip: before.toShip + 1,
    // The lamp, and what was returned.
    lowProducts: before.lowProducts + 2,
    returns: before.returns + 1,
    failedMails: before.failedMails + 1,
    declinedPayments: before.declinedPayments + 1,
  });
  await admin.admin.returns.decide({ id: returned.id, accept: true });
  expect((await admin.admin.dashboard({})).toDo.returns).toBe(before.returns);
});

test('the dashboard is for admins only, and invalid periods are refused', async () => {
  expect(await failureOf((await t.shopper()).api.admin.dashboard({}))).toMatchObject({ code: 'FORBIDDEN' });
  for (const days of [0, 366, 1.5]) {
    expect(await failureOf(admin.admin.dashboard({ days }))).toMatchObject({ code: 'BAD_REQUEST' });
  }
});
