import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Variant } from '@lantern/db/models/variant';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ProviderUnavailable } from '../../payments/provider.ts';
import { reconcile } from '../../settlement/reconcile.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { InterruptedProvider } from '../../testing/interrupted-provider.ts';
import { type Sale, sell } from '../../testing/sale.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

const TOTAL_CENTS = 18_000;

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

/** An order of three items at 60.00 each, of five in stock. */
const sale = () => sell(t, { quantity: 3, stock: 5 });

const key = () => crypto.randomUUID();

/** The provider's records of an order. */
async function ledgerOf({ number }: Sale) {
  const chargeKey = `order-${number}`;
  const charge = await ProviderCharge.findOne({ where: { key: chargeKey }, rejectOnEmpty: true, raw: true });
  const refunds = await ProviderRefund.findAll({ where: { chargeKey }, order: ['id'], raw: true });
  return { refundedCents: charge.refundedCents, refunds: refunds.map(({ amountCents }) => amountCents) };
}

const stockOf = async ({ variantId }: Sale) => (await Variant.findByPk(variantId, { rejectOnEmpty: true })).stock;

test('a partial refund restocks an item, and refunding the rest closes the order', async () => {
  const order = await sale();
  const { number } = order;
  const [item] = (await admin.orders.byNumber({ number })).items;
  const restock = [{ itemId: item?.id ?? 0, quantity: 1 }];
  const part = await admin.orders.refund({
    number,
    amountCents: 6000,
    restock,
    note: 'Chipped.',
    idempotencyKey: key(),
  });
  expect(part).toMatchObject({
    status: 'paid',
    refundableCents: 12_000,
    payments: [{ status: 'captured', refundedCents: 6000 }],
    refunds: [{ amountCents: 6000, status: 'done' }],
    items: [{ quantity: 3, restockedQuantity: 1 }],
  });
  const event = { status: 'partially_refunded', note: 'Chipped.', amountCents: 6000 };
  expect(part.timeline.at(-1)).toMatchObject(event);
  await admin.orders.refund({ number, amountCents: 500, idempotencyKey: key() });
  const seen = await order.api.orders.byNumber({ number });
  expect(seen.timeline.filter(({ status }) => status === 'paid')).toHaveLength(1);
  expect(seen.timeline.slice(-2)).toMatchObject([event, { ...event, note: null, amountCents: 500 }]);
  expect(seen).toMatchObject({ status: 'paid', refundedCents: 6500, payment: { refundedCents: 6500 } });
  const at = expect.any(String);
  expect(seen.refunds).toEqual([
    { amountCents: 6000, at },
    { amountCents: 500, at },
  ]);
  const lists = [await order.api.orders.list({}), await admin.orders.list({ q: number })];
  for (const { items } of lists) expect(items).toMatchObject([{ number, status: 'paid', refundedCents: 6500 }]);
  expect(await stockOf(order)).toBe(3);
  const rest = await admin.orders.refund({ number, amountCents: 11_500, idempotencyKey: key() });
  expect(rest).toMatchObject({ status: 'refunded', refundableCents: 0, payments: [{ status: 'refunded' }] });
  expect(rest.timeline.at(-1)).toMatchObject({ status: 'refunded', amountCents: 11_500 });
  expect(await ledgerOf(order)).toEqual({ refundedCents: TOTAL_CENTS, refunds: [6000, 500, 11_500] });
});

test('a refund above the captured amount, or restocking more than was sold, is refused', async () => {
  const order = await sale();
  const { number } = order;
  const [item] = (await admin.orders.byNumber({ number })).items;
  const tooMuch = { number, amountCents: TOTAL_CENTS + 1, idempotencyKey: key() };
  expect(await failureOf(admin.orders.refund(tooMuch))).toMatchObject({
    code: 'CONFLICT',
    cause: {
      message: 'At most €180.00 can be refunded.',
      reason: 'refund_too_large',
      details: { refundableCents: TOTAL_CENTS },
    },
  });
  const tooMany = [{ itemId: item?.id ?? 0, quantity: 4 }];
  const refund = { number, amountCents: 100, restock: tooMany, idempotencyKey: key() };
  expect(await failureOf(admin.orders.refund(refund))).toMatchObject({ cause: { reason: 'restock_too_large' } });
  expect(await ledgerOf(order)).toEqual({ refundedCents: 0, refunds: [] });
  expect(await stockOf(order)).toBe(2);
});

test('concurrent requests with one key are one refund, and another payload is refused', async () => {
  const order = await sale();
  const [item] = (await admin.orders.byNumber({ number: order.number })).items;
  const restock = [{ itemId: item?.id ?? 0, quantity: 1 }];
  const refund = { number: order.number, amountCents: 5000, restock, note: 'Chipped.', idempotencyKey: key() };
  const results = await Promise.all([1, 2, 3, 4].map(() => admin.orders.refund(refund)));
  expect(results.every(({ refundableCents }) => refundableCents === 13_000)).toBe(true);
  expect(await ledgerOf(order)).toEqual({ refundedCents: 5000, refunds: [5000] });
  const others = [
    { amountCents: 4000 },
    { restock: [] },
    { restock: [{ itemId: item?.id ?? 0, quantity: 2 }] },
    { note: 'Late.' },
    { note: undefined },
  ];
  for (const other of others) {
    expect(await failureOf(admin.orders.refund({ ...refund, ...other }))).toMatchObject({
      code: 'CONFLICT',
      cause: { reason: 'idempotency_key_reused' },
    });
  }
  expect(await stockOf(order)).toBe(3);
  expect((await admin.orders.byNumber({ number: order.number })).timeline).toHaveLength(3);
});

test('concurrent refunds by two admins never exceed the captured amount', async () => {
  const order = await sale();
  const other = (await t.admin()).api.admin;
  const half = () => ({ number: order.number, amountCents: 10_000, idempotencyKey: key() });
  const outcomes = await Promise.allSettled([admin.orders.refund(half()), other.orders.refund(half())]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await ledgerOf(order)).toEqual({ refundedCents: 10_000, refunds: [10_000] });
});

test('a refund of a cancelled order stays due while the provider is unavailable, and is paid once', async () => {
  const order = await sale();
  provider.beforeRefund = async () => {
    throw new ProviderUnavailable('503');
  };
  const closed = await admin.orders.setStatus({ number: order.number, status: 'cancelled' });
  expect(closed).toMatchObject({
    status: 'cancelled',
    refundableCents: 0,
    payments: [{ status: 'refund_due' }],
    refunds: [{ amountCents: TOTAL_CENTS, status: 'due' }],
  });
  expect(await ledgerOf(order)).toEqual({ refundedCents: 0, refunds: [] });
  provider.beforeRefund = async () => undefined;
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await ledgerOf(order)).toEqual({ refundedCents: TOTAL_CENTS, refunds: [TOTAL_CENTS] });
  expect(await admin.orders.byNumber({ number: order.number })).toMatchObject({
    payments: [{ status: 'refunded' }],
    refunds: [{ status: 'done' }],
  });
});

test('after any sequence of refunds, the order agrees with the provider to the cent', async () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(amounts, async (requested) => {
      const order = await sale();
      let refunded = 0;
      for (const amountCents of requested) {
        const refund = admin.orders.refund({ number: order.number, amountCents, idempotencyKey: key() });
        if (refunded + amountCents <= TOTAL_CENTS) {
          await refund;
          refunded += amountCents;
        } else await expect(refund).rejects.toMatchObject({ cause: { reason: 'refund_too_large' } });
      }
      const view = await admin.orders.byNumber({ number: order.number });
      expect(view.refundableCents).toBe(TOTAL_CENTS - refunded);
      expect(view.status).toBe(refunded === TOTAL_CENTS ? 'refunded' : 'paid');
      expect((await ledgerOf(order)).refundedCents).toBe(refunded);
      const payment = await Payment.findOne({
        where: { idempotencyKey: `order-${order.number}` },
        rejectOnEmpty: true,
      });
      expect(payment.refundedCents).toBe(refunded);
    }),
    { numRuns: soak(6, 60) },
  );
});
