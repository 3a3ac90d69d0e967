import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Variant } from '@lantern/db/models/variant';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ProviderUnavailable } from '../payments/provider.ts';
import { InterruptedProvider } from '../testing/interrupted-provider.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { reconcile } from './reconcile.ts';

/* Rivals and crashes at every point of a checkout. Whatever comes, the books agree in the end. */

let t: TestServices;
let provider: InterruptedProvider;
beforeAll(async () => {
  t = await startTestServices();
});
beforeEach(() => {
  provider = new InterruptedProvider(t.database);
  t.services.payments = provider;
});
afterAll(() => t[Symbol.asyncDispose]());

type Browser = Awaited<ReturnType<TestServices['shopper']>>;

const checkout = () => ({
  idempotencyKey: crypto.randomUUID(),
  expectedTotalCents: 6000,
  shippingAddress: address,
  paymentMethod: 'sim_ok',
});

/** A shopper with one of `stock` items at 60.00 in the cart. */
async function ready(stock = 5): Promise<{ api: Browser['api']; variantId: number }> {
  const { variantIds } = await stockProduct(t.services, {
    name: `Thing ${crypto.randomUUID()}`,
    stock,
    priceCents: 6000,
  });
  const [variantId = 0] = variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  return { api, variantId };
}

/** The shopper's newest order in every book: ours, the stock's and the provider's. */
async function books(api: Browser['api'], variantId: number) {
  const userId = (await api.auth.me())?.id ?? 0;
  const order = await Order.findOne({ where: { userId }, order: [['id', 'DESC']], rejectOnEmpty: true });
  const payment = await Payment.findOne({ where: { orderId: order.id }, rejectOnEmpty: true });
  const charges = await ProviderCharge.findAll({ where: { key: payment.idempotencyKey }, raw: true });
  const refunds = await ProviderRefund.findAll({ where: { chargeKey: payment.idempotencyKey }, raw: true });
  return {
    order: order.status,
    payment: payment.status,
    captured: charges.filter(({ state }) => state === 'captured').length,
    refunds: refunds.length,
    stock: (await Variant.findByPk(variantId, { rejectOnEmpty: true })).stock,
    inCart: (await api.cart.get()).items.length,
  };
}

/** Cancels the order that is being paid for, from another tab. */
const cancelNewest = async (api: Browser['api']) => {
  const [newest] = (await api.orders.list({})).items;
  await api.orders.cancel({ number: newest?.number ?? '' });
};

const away = async () => {
  throw new ProviderUnavailable('503 Service Unavailable');
};
const crash = async () => {
  throw new Error('The lights went out.');
};

test('the last item in two carts goes to who pays first, and the other is not charged', async () => {
  const first = await ready(1);
  const second = await t.shopper();
  await second.api.cart.add({ variantId: first.variantId, quantity: 1 });
  let rival: ReturnType<typeof failureOf> | undefined;
  provider.beforeCharge = async () => {
    // In mid-payment, nothing is paid yet: the item is reserved all the same.
    rival ??= failureOf(second.api.checkout.place(checkout()));
    await rival;
  };
  await first.api.checkout.place(checkout());
  expect(await rival).toMatchObject({ cause: { reason: 'out_of_stock', details: { available: 0 } } });
  expect((await second.api.orders.list({})).items).toEqual([]);
  expect((await second.api.cart.get()).items).toMatchObject([{ quantity: 1, available: 0 }]);
  expect(await books(first.api, first.variantId)).toMatchObject({ order: 'paid', captured: 1, stock: 0 });
});

test('cancelled before the money is asked for: none moves', async () => {
  const { api, variantId } = await ready();
  provider.beforeCharge = () => cancelNewest(api);
  const { order } = await api.checkout.place(checkout());
  expect(order.status).toBe('cancelled');
  expect(await books(api, variantId)).toEqual({
    order: 'cancelled',
    payment: 'declined',
    captured: 0,
    refunds: 0,
    stock: 5,
    inCart: 0,
  });
});

test('cancelled after the money has moved and before the shop knows: it goes back, once', async () => {
  const { api, variantId } = await ready();
  provider.afterCharge = () => cancelNewest(api);
  const { order } = await api.checkout.place(checkout());
  expect(order.status).toBe('cancelled');
  await reconcile(t.services, 0);
  expect(await books(api, variantId)).toEqual({
    order: 'cancelled',
    payment: 'refunded',
    captured: 1,
    refunds: 1,
    stock: 5,
    inCart: 0,
  });
});

test('a crash before the money is asked for: the stock and the cart are back', async () => {
  const { api, variantId } = await ready();
  provider.beforeCharge = crash;
  const input = checkout();
  expect(await failureOf(api.checkout.place(input))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(await books(api, variantId)).toMatchObject({ order: 'pending', stock: 4, inCart: 0 });
  await reconcile(t.services, 0);
  const healed = { order: 'payment_failed', payment: 'declined', captured: 0, refunds: 0, stock: 5, inCart: 1 };
  expect(await books(api, variantId)).toEqual(healed);
  // No bank has declined anything.
  expect(await failureOf(api.checkout.place(input))).toMatchObject({
    cause: {
      message: 'This payment was cancelled. Nothing was charged: please try again.',
      reason: 'payment_declined',
      details: { declineCode: 'voided' },
    },
  });
});

test.each([
  ['by the reconciler', () => reconcile(t.services, 0)],
  ['by asking again', (again: () => Promise<unknown>) => again()],
  ['by both at once', (again: () => Promise<unknown>) => Promise.all([again(), reconcile(t.services, 0), again()])],
])('a crash after the money has moved is healed %s: one order, one charge', async (_, heal) => {
  const { api, variantId } = await ready();
  provider.afterCharge = crash;
  const input = checkout();
  await failureOf(api.checkout.place(input));
  provider.afterCharge = async () => undefined;
  await heal(() => api.checkout.place(input));
  expect(await books(api, variantId)).toEqual({
    order: 'paid',
    payment: 'captured',
    captured: 1,
    refunds: 0,
    stock: 4,
    inCart: 0,
  });
  expect((await api.orders.list({})).items).toHaveLength(1);
});

test('while the provider is away the order waits, and is settled once it is back', async () => {
  const { api, variantId } = await ready();
  provider.beforeCharge = away;
  provider.beforeSeal = away;
  expect((await api.checkout.place(checkout())).order.status).toBe('pending');
  await reconcile(t.services, 0);
  expect(await books(api, variantId)).toMatchObject({ order: 'pending', payment: 'pending', stock: 4 });
  provider.beforeSeal = async () => undefined;
  await reconcile(t.services, 0);
  expect(await books(api, variantId)).toMatchObject({ order: 'payment_failed', captured: 0, stock: 5, inCart: 1 });
});

test('cancelled while the provider is unavailable: items are restocked at once, money is refunded later', async () => {
  const { api, variantId } = await ready();
  const { order } = await api.checkout.place(checkout());
  provider.beforeRefund = away;
  expect((await api.orders.cancel({ number: order.number })).status).toBe('cancelled');
  expect(await books(api, variantId)).toMatchObject({ payment: 'refund_due', refunds: 0, stock: 5 });
  provider.beforeRefund = async () => undefined;
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await books(api, variantId)).toMatchObject({ order: 'cancelled', payment: 'refunded', refunds: 1 });
});

test('more than what is left of a charge cannot go back', async () => {
  const { api } = await ready();
  const { order } = await api.checkout.place(checkout());
  const refund = { key: 'a', chargeKey: `order-${order.number}`, amountCents: 4000 };
  await provider.refund(refund);
  await provider.refund(refund);
  await expect(provider.refund({ ...refund, key: 'b' })).rejects.toThrow(RangeError);
});

test('what costs nothing is nobody asked to pay for', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Sample', priceCents: 0 });
  const [variantId = 0] = variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  provider.beforeCharge = crash;
  const { order } = await api.checkout.place({ ...checkout(), expectedTotalCents: 0 });
  expect(order).toMatchObject({ status: 'paid', totalCents: 0 });
  await api.orders.cancel({ number: order.number });
  expect(await books(api, variantId)).toMatchObject({ order: 'cancelled', payment: 'refunded', refunds: 0 });
});
