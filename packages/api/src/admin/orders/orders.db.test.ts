import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { Variant } from '@lantern/db/models/variant';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { manualTransitions, type OrderStatus, orderStatuses, transitions } from '../../order-status/order-status.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { InterruptedProvider } from '../../testing/interrupted-provider.ts';
import { type Sale, sell } from '../../testing/sale.ts';
import { address, failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: AdminApi['admin'];
let provider: InterruptedProvider;
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
beforeEach(() => {
  provider = new InterruptedProvider(t.database);
  t.services.payments = provider;
});
afterAll(() => t[Symbol.asyncDispose]());

const stockOf = async ({ variantId }: Sale) => (await Variant.findByPk(variantId, { rejectOnEmpty: true })).stock;
const newest = async () => (await admin.activity.list({ limit: 1 })).items[0];

test('orders are searched by number, email and name, filtered by status and time, and paged newest first', async () => {
  const sales: Sale[] = [];
  for (let n = 0; n < 5; n++) sales.push(await sell(t, { name: 'Grace' }));
  const [first, second] = sales;
  await admin.orders.setStatus({ number: first?.number ?? '', status: 'shipped' });
  const numbers = sales.map(({ number }) => number).reverse();
  const page = await admin.orders.list({ q: 'grace', limit: 3 });
  const rest = await admin.orders.list({ q: 'grace', limit: 3, cursor: page.nextCursor });
  expect([...page.items, ...rest.items].map(({ number }) => number)).toEqual(numbers);
  expect(rest.nextCursor).toBeNull();
  const shipped = await admin.orders.list({ q: 'race', status: 'shipped' });
  expect(shipped.items).toMatchObject([{ number: first?.number, customer: { name: 'Grace' }, itemCount: 1 }]);
  const short = second?.number.slice(2, 8).toLowerCase() ?? '';
  expect((await admin.orders.list({ q: short })).items).toMatchObject([{ number: second?.number }]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect((await admin.orders.list({ from: tomorrow })).items).toEqual([]);
  expect((await admin.orders.list({ q: '%' })).items).toEqual([]);
});

/** An order with this status, without the transitions leading there. */
async function orderIn(status: OrderStatus): Promise<Sale> {
  const sale = await sell(t);
  await t.database.transaction(() => Order.update({ status }, { where: { number: sale.number } }));
  if (status === 'pending') {
    const { id } = await Order.findOne({ where: { number: sale.number }, rejectOnEmpty: true });
    await t.database.transaction(() => Payment.update({ status: 'pending' }, { where: { orderId: id } }));
  }
  return sale;
}

test.each(orderStatuses)('from %s an admin can make only the manual transitions', async (from) => {
  const possible = manualTransitions(from);
  const { number: unchanged } = await orderIn(from);
  expect((await admin.orders.byNumber({ number: unchanged })).transitions).toEqual(possible);
  const { seq } = (await newest()) ?? { seq: 0 };
  for (const to of orderStatuses.filter((status) => !possible.includes(status))) {
    const failure = await failureOf(admin.orders.setStatus({ number: unchanged, status: to }));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      cause: { reason: 'illegal_transition', details: { from, to } },
    });
    expect((await admin.orders.byNumber({ number: unchanged })).status).toBe(from);
    expect((await newest())?.seq).toBe(seq);
  }
  for (const to of possible) {
    const { number } = await orderIn(from);
    const after = await admin.orders.setStatus({ number, status: to, note: 'As agreed.' });
    expect(after.status).toBe(to);
    expect(after.timeline).toContainEqual(expect.objectContaining({ status: to, note: 'As agreed.' }));
    expect(await newest()).toMatchObject({
      action: 'order.set_status',
      entity: { type: 'order', id: number, label: number },
      changes: expect.arrayContaining([{ field: 'status', before: from, after: to }]),
    });
  }
  expect(Object.keys(transitions).sort()).toEqual([...orderStatuses].sort());
});

test('by default cancelling restocks and refunding does not, unless requested otherwise', async () => {
  const cases: [status: 'cancelled' | 'refunded', restock: boolean | undefined, stock: number][] = [
    ['cancelled', undefined, 5],
    ['cancelled', false, 3],
    ['refunded', undefined, 3],
    ['refunded', true, 5],
  ];
  for (const [status, restock, stock] of cases) {
    const sale = await sell(t, { quantity: 2 });
    const view = await admin.orders.setStatus({ number: sale.number, status, restock });
    expect(view).toMatchObject({ payments: [{ status: 'refunded', refundedCents: 12_000 }], refundableCents: 0 });
    expect(await stockOf(sale)).toBe(stock);
    const entry = await newest();
    expect(entry?.changes).toContainEqual({ field: 'payment.refundedCents', before: 0, after: 12_000 });
    const returned = entry?.changes.filter(({ field }) => field.endsWith('.restockedQuantity'));
    expect(returned).toHaveLength(stock === 5 ? 1 : 0);
  }
});

test('of two concurrent status changes one succeeds and the other is refused', async () => {
  const other = (await t.admin()).api.admin;
  for (let round = 0; round < soak(3, 5); round++) {
    const { number } = await sell(t);
    const outcomes = await Promise.allSettled([
      admin.orders.setStatus({ number, status: 'shipped' }),
      other.orders.setStatus({ number, status: 'cancelled' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { timeline, status } = await admin.orders.byNumber({ number });
    expect(timeline.map((event) => event.status)).toEqual(['pending', 'paid', status]);
  }
});

test('concurrent cancellations by customer and admin cancel and refund once', async () => {
  const sale = await sell(t, { quantity: 2 });
  const { number } = sale;
  const outcomes = await Promise.allSettled([
    sale.api.orders.cancel({ number }),
    admin.orders.setStatus({ number, status: 'cancelled' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const view = await admin.orders.byNumber({ number });
  expect(view).toMatchObject({ status: 'cancelled', refunds: [{ amountCents: 12_000, status: 'done' }] });
  expect(await stockOf(sale)).toBe(5);
});

test('an order that an admin cancels while its payment is pending is refunded and restocked', async () => {
  provider.afterCharge = async () => {
    const [order] = (await admin.orders.list({ status: 'pending' })).items;
    await admin.orders.setStatus({ number: order?.number ?? '', status: 'cancelled' });
  };
  const sale = await sell(t, { quantity: 2 });
  const view = await admin.orders.byNumber({ number: sale.number });
  expect(view).toMatchObject({ status: 'cancelled', payments: [{ status: 'refunded', refundedCents: 12_000 }] });
  expect(await stockOf(sale)).toBe(5);
});

test('an internal note is saved and logged, and never returned to the customer', async () => {
  const { number, api } = await sell(t);
  await admin.orders.setNote({ number, internalNote: 'Suspicious address.' });
  expect(await admin.orders.byNumber({ number })).toMatchObject({ internalNote: 'Suspicious address.' });
  expect(await newest()).toMatchObject({
    action: 'order.set_note',
    changes: [{ field: 'internalNote', before: null, after: 'Suspicious address.' }],
  });
  const responses = [await api.orders.byNumber({ number }), await api.orders.list({})];
  expect(JSON.stringify(responses)).not.toMatch(/Suspicious|internalNote/);
  expect((await admin.orders.setNote({ number, internalNote: null })).internalNote).toBeNull();
});

test('an internal note that someone else has changed is not overwritten', async () => {
  const { number } = await sell(t);
  const write = (internalNote: string | null, before: string | null) =>
    admin.orders.setNote({ number, internalNote, before });
  await write('Call first.', null);
  for (const before of [null, 'Call.']) {
    const refused = await failureOf(write('Paid by cheque.', before));
    expect(refused).toMatchObject({ code: 'CONFLICT', cause: { reason: 'version_conflict' } });
  }
  expect(await admin.orders.byNumber({ number })).toMatchObject({ internalNote: 'Call first.' });
  expect(await write('Call first. Paid by cheque.', ' Call first.')).toMatchObject({
    internalNote: 'Call first. Paid by cheque.',
  });
});

test('unknown orders are not found, and customers are refused', async () => {
  const { api, number } = await sell(t);
  for (const call of [
    () => admin.orders.byNumber({ number: 'L-NOWHERE' }),
    () => admin.orders.setStatus({ number: 'L-NOWHERE', status: 'shipped' }),
    () => admin.orders.setNote({ number: 'L-NOWHERE', internalNote: 'x' }),
  ]) {
    expect(await failureOf(call())).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await failureOf(api.admin.orders.byNumber({ number }))).toMatchObject({ code: 'FORBIDDEN' });
  expect((await api.orders.byNumber({ number })).shippingAddress.city).toBe(address.city);
});
