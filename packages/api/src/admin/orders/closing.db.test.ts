import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { reserve } from '../../checkout/reserve.ts';
import { placeInput } from '../../checkout/schema.ts';
import { entriesAfter } from '../../testing/log-entries.ts';
import { booksOf } from '../../testing/order-books.ts';
import { sell } from '../../testing/sale.ts';
import { address, failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
let before = 0;
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
beforeEach(async () => {
  before = (await activityHead()).seq;
});
afterAll(() => t[Symbol.asyncDispose]());

const newEntries = () => entriesAfter(before);

/** A reserved order whose payment has not been requested yet. */
async function pendingOrder() {
  const { api, variantId } = await sell(t);
  await api.cart.add({ variantId, quantity: 2 });
  const input = placeInput.parse({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 12_000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  const { order } = await reserve(t.services, { userId: (await api.auth.me())?.id ?? 0 }, input);
  return { api, variantId, number: order.number };
}

test('every status change is in the order’s timeline and is one entry in the log', async () => {
  const { api, number } = await sell(t);
  const shipped = await admin.orders.setStatus({ number, status: 'shipped', note: 'With DHL, 4711' });
  expect(shipped).toMatchObject({ status: 'shipped', transitions: ['delivered', 'refunded'] });
  await admin.orders.setStatus({ number, status: 'delivered' });
  const seen = await api.orders.byNumber({ number });
  expect(seen.timeline.map(({ status, note }) => [status, note])).toEqual([
    ['pending', null],
    ['paid', null],
    ['shipped', 'With DHL, 4711'],
    ['delivered', null],
  ]);
  expect(await failureOf(api.orders.cancel({ number }))).toMatchObject({ cause: { reason: 'illegal_transition' } });
  const log = await newEntries();
  expect(log.map(({ action, entityId, changes }) => [action, entityId, changes])).toEqual([
    [
      'order.set_status',
      number,
      [
        { field: 'status', before: 'paid', after: 'shipped' },
        { field: 'parcels.1.items', before: null, after: expect.stringMatching(/^1 × /) },
      ],
    ],
    ['order.set_status', number, [{ field: 'status', before: 'shipped', after: 'delivered' }]],
  ]);
});

test('cancelling restocks the items and refunds the payment, as one log entry', async () => {
  const { number, variantId } = await sell(t, { quantity: 2 });
  const answer = await admin.orders.setStatus({ number, status: 'cancelled', note: 'Broken in the store.' });
  expect(answer).toMatchObject({
    status: 'cancelled',
    transitions: [],
    payments: [{ status: 'refunded', refundedCents: 12_000 }],
    refunds: [{ status: 'done', amountCents: 12_000 }],
    refundableCents: 0,
    items: [{ restockedQuantity: 2 }],
  });
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 5, providerCents: 12_000, providerRefunds: 1 });
  const [entry, ...more] = await newEntries();
  expect(more).toEqual([]);
  expect(entry?.action).toBe('order.set_status');
  expect(entry?.changes).toEqual([
    { field: 'status', before: 'paid', after: 'cancelled' },
    { field: 'payment.refundedCents', before: 0, after: 12_000 },
    { field: expect.stringMatching(/^items\..*restockedQuantity$/), before: 0, after: 2 },
  ]);
});

test('cancelling a pending order voids the payment, as one log entry', async () => {
  const { number, variantId } = await pendingOrder();
  const answer = await admin.orders.setStatus({ number, status: 'cancelled' });
  expect(answer).toMatchObject({ status: 'cancelled', payments: [{ status: 'declined' }], refunds: [] });
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 4, providerCents: 0 });
  const late = { key: `order-${number}`, method: 'sim_ok', amountCents: 12_000 };
  expect(await t.services.payments.capture(late)).toMatchObject({ state: 'declined' });
  expect(await newEntries()).toHaveLength(1);
});

test('cancelling a pending order that was already charged refunds it, as one log entry', async () => {
  const { number, variantId } = await pendingOrder();
  await t.services.payments.capture({ key: `order-${number}`, method: 'sim_ok', amountCents: 12_000 });
  const answer = await admin.orders.setStatus({ number, status: 'cancelled' });
  expect(answer).toMatchObject({
    payments: [{ status: 'refunded' }],
    refunds: [{ status: 'done', amountCents: 12_000 }],
  });
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 4, providerCents: 12_000 });
  expect(await newEntries()).toHaveLength(1);
});

test('the shopper’s cancellation records restocked quantities and is not in the admins’ log', async () => {
  const { api, number } = await sell(t, { quantity: 2 });
  await api.orders.cancel({ number });
  expect(await admin.orders.byNumber({ number })).toMatchObject({
    items: [{ restockedQuantity: 2 }],
    refunds: [{ status: 'done', amountCents: 12_000 }],
  });
  expect(await newEntries()).toEqual([]);
});

test('orders are found by number, email, name and time range', async () => {
  const mine = await sell(t, { name: 'Wilhelmina' });
  const other = await sell(t, { name: 'Wilhelmina' });
  const me = await mine.api.auth.me();
  const numbers = async (input: Parameters<typeof admin.orders.list>[0]) =>
    (await admin.orders.list(input)).items.map(({ number }) => number);
  await admin.orders.setStatus({ number: mine.number, status: 'shipped' });
  for (const q of [mine.number, mine.number.toLowerCase(), mine.number.slice(2), me?.email.slice(0, 30) ?? '']) {
    expect(await numbers({ q })).toEqual([mine.number]);
  }
  expect(await numbers({ q: 'HELMINA' })).toEqual([other.number, mine.number]);
  expect(await numbers({ q: 'helmina', status: 'shipped' })).toEqual([mine.number]);
  expect(await numbers({ q: 'helmin_' })).toEqual([]);

  const placedAt = new Date('2024-02-29T12:00:00.000Z');
  await t.database.transaction(() => Order.update({ placedAt }, { where: { number: mine.number } }));
  const at = placedAt.toISOString();
  expect(await numbers({ from: at, to: at })).toEqual([mine.number]);
  expect(await numbers({ to: '2024-02-29T11:59:59.999Z' })).toEqual([]);
  expect(await numbers({ from: '2024-02-29T13:00:00.000+01:00', to: '2024-03-01T00:00:00Z' })).toEqual([mine.number]);
});

test('a declined payment is shown with its reason and cannot be refunded', async () => {
  await sell(t, { token: 'sim_insufficient_funds' }).catch(() => undefined);
  const { orderId } = await Payment.findOne({
    where: { status: 'declined', failureCode: 'insufficient_funds' },
    rejectOnEmpty: true,
  });
  const { number } = await Order.findByPk(orderId, { rejectOnEmpty: true });
  expect(await admin.orders.byNumber({ number })).toMatchObject({
    status: 'payment_failed',
    transitions: [],
    payments: [{ status: 'declined', failureCode: 'insufficient_funds' }],
    refundableCents: 0,
  });
  const refund = { number, amountCents: 1, idempotencyKey: crypto.randomUUID() };
  expect(await failureOf(admin.orders.refund(refund))).toMatchObject({ cause: { reason: 'refund_too_large' } });
});
