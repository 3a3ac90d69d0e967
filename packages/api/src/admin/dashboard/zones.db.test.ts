import { Order } from '@lantern/db/models/order';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Calendar } from '../../shared/calendar.ts';
import { DAY_MS } from '../../shared/dates.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api'];
const numbers: string[] = [];
beforeAll(async () => {
  t = await startTestServices();
  admin = (await t.admin()).api;
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 })).variantIds;
  for (const quantity of [1, 2]) {
    const { api } = await t.shopper(`Shopper${quantity}`);
    await api.cart.add({ variantId, quantity });
    const payment = { expectedTotalCents: quantity * 6000, shippingAddress: address, paymentMethod: 'sim_ok' };
    numbers.push((await api.checkout.place({ ...payment, idempotencyKey: crypto.randomUUID() })).order.number);
  }
  const [, number = ''] = numbers;
  await admin.admin.orders.refund({ number, amountCents: 500, idempotencyKey: crypto.randomUUID() });
  // After every order, whenever the test places it.
  await set('UPDATE refunds SET createdAt = :at', new Date('2030-01-01T00:00:00Z'));
});
afterAll(() => t[Symbol.asyncDispose]());

const set = (sql: string, at: Date) =>
  t.database.transaction(() => t.database.sequelize.query(sql, { replacements: { at } }));

/** Sets when each shopper registered and bought. */
async function move(moments: Date[]): Promise<void> {
  for (const [index, at] of moments.entries()) {
    await t.database.transaction(() => Order.update({ placedAt: at }, { where: { number: numbers[index] } }));
    await set(`UPDATE users SET createdAt = :at WHERE email LIKE 'shopper${index + 1}-%'`, at);
  }
}

test.each([
  ['UTC', '2026-11-25T00:00:00.000Z', '2026-11-24', '2026-11-25'],
  ['Pacific/Pago_Pago', '2026-11-25T11:00:00.000Z', '2026-11-24', '2026-11-25'],
  ['Asia/Kolkata', '2026-11-24T18:30:00.000Z', '2026-11-24', '2026-11-25'],
  ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-28', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00.000Z', '2026-03-29', '2026-03-30'],
  ['Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-24', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00.000Z', '2026-10-25', '2026-10-26'],
  ['America/New_York', '2026-11-02T05:00:00.000Z', '2026-11-01', '2026-11-02'],
  ['Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-23', '2026-04-24'],
])('in %s a day ends at %s', async (timeZone, midnight, before, after) => {
  const at = Date.parse(midnight);
  await move([new Date(at - 1), new Date(at)]);
  // Two days later, so that the DST change is within the period.
  t.services.calendar = new Calendar(timeZone, () => at + 2 * DAY_MS);
  const seen = await admin.admin.dashboard({ days: 7 });
  expect(seen.timeZone).toBe(timeZone);
  expect(seen.days).toHaveLength(7);
  const dayOf = (day: string) => seen.days.find(({ date }) => date === day);
  expect(dayOf(before)).toMatchObject({ revenueCents: 6000, orders: 1, newCustomers: 1 });
  expect(dayOf(after)).toMatchObject({ revenueCents: 11_500, orders: 1, newCustomers: 1 });
  // A period begins when its first day does.
  t.services.calendar = new Calendar(timeZone, () => at + DAY_MS / 2);
  const single = await admin.admin.dashboard({ days: 1 });
  expect(single.totals).toMatchObject({ revenueCents: 11_500, orders: 1, newCustomers: 1 });
  expect(single.previous).toMatchObject({ revenueCents: 6000, orders: 1, newCustomers: 1 });
  expect(single.bestSellers).toMatchObject([{ quantity: 2 }]);
});
