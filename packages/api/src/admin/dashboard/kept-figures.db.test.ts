import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { User } from '@lantern/db/models/user';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBooks, repairBooks } from '../../books/check-books.ts';
import { Calendar } from '../../shared/calendar.ts';
import { DAY_MS } from '../../shared/dates.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { type Sale, sell } from '../../testing/sale.ts';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';
import { dashboard } from './service.ts';

const STEPS = soak(60, 1000);
const DAYS = 5;
const random = seededRandom();
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

const sales: Sale[] = [];

async function placeNow(): Promise<string> {
  const sale = await sell(t, { quantity: 1 + Math.floor(random() * 3), stock: 5 });
  sales.push(sale);
  return sale.number;
}

/** Places an order on one of the last days. Nobody may count between the two steps: time travel is not recorded. */
async function placeEarlier(): Promise<void> {
  const number = await placeNow();
  const placedAt = new Date(Date.now() - random() * 2 * DAYS * DAY_MS);
  await t.database.transaction(() => Order.update({ placedAt }, { where: { number } }));
}

/** One random change to a random order, or to who counts as a customer; what its status does not allow changes nothing. */
async function change(place: () => Promise<unknown>): Promise<void> {
  const sale = pick(sales);
  const refused = () => undefined;
  const step = random();
  if (!sale || step < 0.35) return void (await place());
  const { number } = sale;
  if (step < 0.5) await sale.api.orders.cancel({ number }).catch(refused);
  else if (step < 0.7) {
    const status = pick(['shipped', 'delivered', 'refunded', 'cancelled'] as const) ?? 'shipped';
    await admin.orders.setStatus({ number, status, restock: random() < 0.5 }).catch(refused);
  } else if (step < 0.9) {
    const [item] = (await admin.orders.byNumber({ number })).items;
    const restock = item && random() < 0.5 ? [{ itemId: item.id, quantity: 1 }] : [];
    const amountCents = 1 + Math.floor(random() * 3000);
    await admin.orders.refund({ number, amountCents, restock, idempotencyKey: crypto.randomUUID() }).catch(refused);
  } else {
    const user = await User.findOne({ where: { email: (await sale.api.auth.me())?.email ?? '' }, rejectOnEmpty: true });
    await admin.users.update({ id: user.id, role: user.role === 'admin' ? 'customer' : 'admin' });
  }
}

/** The days and best sellers, from all rows, without SQL that groups or sums. */
async function recount(calendar: Calendar) {
  const dates = calendar.lastDays(DAYS);
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const paid = await Order.findAll({ where: { status: ['paid', 'shipped', 'delivered'] }, raw: true });
  const payments = await Payment.findAll({ raw: true });
  const refunds = await Refund.findAll({ raw: true });
  const customers = await User.findAll({ where: { role: 'customer' }, raw: true });
  const refundedOf = (orderId: number) => {
    const payment = payments.find((one) => one.orderId === orderId);
    return sum(refunds.filter(({ paymentId }) => paymentId === payment?.id).map(({ amountCents }) => amountCents));
  };
  const days = dates.map((date) => {
    const orders = paid.filter(({ placedAt }) => calendar.dayOf(placedAt) === date);
    const revenueCents = sum(orders.map(({ id, totalCents }) => totalCents - refundedOf(id)));
    const newCustomers = customers.filter(({ createdAt }) => calendar.dayOf(createdAt) === date).length;
    const averageOrderCents = orders.length === 0 ? 0 : Math.round(revenueCents / orders.length);
    return { date, revenueCents, orders: orders.length, newCustomers, averageOrderCents };
  });
  const shown = paid.filter(({ placedAt }) => dates.includes(calendar.dayOf(placedAt))).map(({ id }) => id);
  // Each order is of one product of its own, and products and variants have been added in the same order.
  const bestSellers = (await OrderItem.findAll({ where: { orderId: shown }, raw: true }))
    .map(({ variantId, slug, quantity, restockedQuantity, unitPriceCents }) => {
      const sold = quantity - restockedQuantity;
      return { variantId: Number(variantId), slug, quantity: sold, revenueCents: sold * unitPriceCents };
    })
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => b.quantity - a.quantity || a.variantId - b.variantId)
    .slice(0, 10)
    .map(({ variantId, ...seller }) => seller);
  return { days, bestSellers };
}

test('whatever happens to orders and customers, what is kept is what a recount finds', { tags: 'long' }, async () => {
  // Each keeps figures of its own, like a server, in its time zone.
  const calendars = ['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Pago_Pago'].map((zone) => new Calendar(zone));
  for (let step = 0; step < STEPS; step++) {
    await change(placeEarlier);
    const calendar = pick(calendars) ?? new Calendar('UTC');
    const { days, bestSellers } = await dashboard({ database: t.database, calendar }, DAYS);
    const kept = {
      days,
      bestSellers: bestSellers.map(({ slug, quantity, revenueCents }) => ({ slug, quantity, revenueCents })),
    };
    expect([step, kept]).toEqual([step, await recount(calendar)]);
  }
});

test('readers and changes at the same time leave nothing out', async () => {
  const calendar = new Calendar('UTC');
  const read = () => dashboard({ database: t.database, calendar }, DAYS);
  for (let round = 0; round < soak(5, 50); round++) {
    await Promise.all([read(), change(placeNow), read(), change(placeNow), read(), change(placeNow)]);
    expect([round, (await read()).days]).toEqual([round, (await recount(calendar)).days]);
  }
});

test('what a repair of the books puts right is counted again', async () => {
  const calendar = new Calendar('UTC');
  const read = async () => (await dashboard({ database: t.database, calendar }, DAYS)).days;
  const number = await placeNow();
  const before = await read();
  await t.database.transaction(() => Order.update({ status: 'delivered', totalCents: 1 }, { where: { number } }));
  const another = new Calendar('UTC');
  const damaged = (await dashboard({ database: t.database, calendar: another }, DAYS)).days;
  expect(damaged).not.toEqual(before);
  for await (const difference of checkBooks(t.services)) await repairBooks(t.services, difference);
  expect((await dashboard({ database: t.database, calendar: another }, DAYS)).days).toEqual(before);
  expect(before).toEqual((await recount(calendar)).days);
});
