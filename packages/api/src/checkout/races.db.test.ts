import { CartItem } from '@lantern/db/models/cart-item';
import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Variant } from '@lantern/db/models/variant';
import { TransactionScope } from '@lantern/db/transaction';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import { setCurrency } from '@lantern/text/currency';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ProviderUnavailable } from '../payments/provider.ts';
import { reconcile } from '../settlement/reconcile.ts';
import { InterruptedProvider } from '../testing/interrupted-provider.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

/* Concurrent requests and crashes at every point of a checkout: orders, stock and charges must agree in the end. */

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
    name: `Item ${crypto.randomUUID()}`,
    stock,
    priceCents: 6000,
  });
  const [variantId = 0] = variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  return { api, variantId };
}

/** The shopper's newest order as recorded by the store, the stock and the provider. */
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

/** Cancels the order while it is being paid for, as from another tab. */
const cancelNewest = async (api: Browser['api']) => {
  const [newest] = (await api.orders.list({})).items;
  await api.orders.cancel({ number: newest?.number ?? '' });
};

const unavailable = async () => {
  throw new ProviderUnavailable('503 Service Unavailable');
};
const crash = async () => {
  throw new Error('Simulated crash.');
};

// SQLite has one writer at a time, so that there everybody waits for everybody.
test.runIf(process.env.TEST_DATABASE === 'mariadb')(
  'a checkout does not wait for the cart of somebody else, however few carts there are',
  async () => {
    const { database } = t;
    const { api } = await ready();
    const { api: other } = await ready();
    await Promise.all(Array.from({ length: 10 }, () => ready()));
    // As a backup does, it keeps what is deleted in the index: the database then reads all of a small table instead.
    await using _ = await Snapshot.open(database);
    const variants = Array.from({ length: 20 }, (_, i) => ({ options: { No: `${i}` }, priceCents: 100, stock: 9 }));
    for (const variantId of (await stockProduct(t.services, { name: 'Tried on', variants })).variantIds) {
      await api.cart.add({ variantId, quantity: 1 });
      await api.cart.remove({ variantId });
    }
    const [otherLine] = (await other.cart.get()).items;
    await using scope = await TransactionScope.open(database.sequelize, database.dialect);
    await scope.run(() => CartItem.findOne({ where: { variantId: otherLine?.variantId }, lock: true }));
    await api.checkout.place(checkout());
    expect((await api.cart.get()).items).toEqual([]);
  },
);

test('the last item in two carts goes to the first to pay, and the other shopper is not charged', async () => {
  const first = await ready(1);
  const second = await t.shopper();
  await second.api.cart.add({ variantId: first.variantId, quantity: 1 });
  let secondCheckout: ReturnType<typeof failureOf> | undefined;
  provider.beforeCharge = async () => {
    // The first payment is still in progress, but its item is already reserved.
    secondCheckout ??= failureOf(second.api.checkout.place(checkout()));
    await secondCheckout;
  };
  await first.api.checkout.place(checkout());
  expect(await secondCheckout).toMatchObject({ cause: { reason: 'out_of_stock', details: { available: 0 } } });
  expect((await second.api.orders.list({})).items).toEqual([]);
  expect((await second.api.cart.get()).items).toMatchObject([{ quantity: 1, available: 0 }]);
  expect(await books(first.api, first.variantId)).toMatchObject({ order: 'paid', captured: 1, stock: 0 });
});

test('an order cancelled before the charge is never charged', async () => {
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

test('an order cancelled between the charge and its settlement is refunded once', async () => {
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

test('after a crash before the charge, stock and cart are restored', async () => {
  const { api, variantId } = await ready();
  provider.beforeCharge = crash;
  const input = checkout();
  expect(await failureOf(api.checkout.place(input))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(await books(api, variantId)).toMatchObject({ order: 'pending', stock: 4, inCart: 0 });
  await reconcile(t.services, 0);
  const reconciled = { order: 'payment_failed', payment: 'declined', captured: 0, refunds: 0, stock: 5, inCart: 1 };
  expect(await books(api, variantId)).toEqual(reconciled);
  // The store voided the payment; no bank declined it.
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
  ['by a retry', (again: () => Promise<unknown>) => again()],
  ['by both at once', (again: () => Promise<unknown>) => Promise.all([again(), reconcile(t.services, 0), again()])],
])('a crash after the charge is recovered %s to one order and one charge', async (_, recover) => {
  const { api, variantId } = await ready();
  provider.afterCharge = crash;
  const input = checkout();
  await failureOf(api.checkout.place(input));
  provider.afterCharge = async () => undefined;
  await recover(() => api.checkout.place(input));
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

test('while the provider is unavailable the order stays pending, and is settled afterwards', async () => {
  const { api, variantId } = await ready();
  provider.beforeCharge = unavailable;
  provider.beforeVoid = unavailable;
  expect((await api.checkout.place(checkout())).order.status).toBe('pending');
  await reconcile(t.services, 0);
  expect(await books(api, variantId)).toMatchObject({ order: 'pending', payment: 'pending', stock: 4 });
  provider.beforeVoid = async () => undefined;
  await reconcile(t.services, 0);
  expect(await books(api, variantId)).toMatchObject({ order: 'payment_failed', captured: 0, stock: 5, inCart: 1 });
});

test('an order cancelled while the provider is unavailable is restocked at once and refunded later', async () => {
  const { api, variantId } = await ready();
  const { order } = await api.checkout.place(checkout());
  provider.beforeRefund = unavailable;
  expect((await api.orders.cancel({ number: order.number })).status).toBe('cancelled');
  expect(await books(api, variantId)).toMatchObject({ payment: 'refund_due', refunds: 0, stock: 5 });
  provider.beforeRefund = async () => undefined;
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await books(api, variantId)).toMatchObject({ order: 'cancelled', payment: 'refunded', refunds: 1 });
});

test('the provider refuses an amount in another currency than that of the charge', async () => {
  const { api } = await ready();
  const { order } = await api.checkout.place(checkout());
  const key = `order-${order.number}`;
  const charge = { key, method: 'sim_ok', amountCents: 6000 };
  setCurrency({ code: 'JPY', digits: 0 });
  try {
    await expect(provider.capture(charge)).rejects.toThrow('This charge is in EUR, not in JPY.');
    await expect(provider.refund({ key: 'yen', chargeKey: key, amountCents: 1 })).rejects.toThrow(RangeError);
  } finally {
    setCurrency({ code: 'EUR', digits: 2 });
  }
  expect(await provider.capture(charge)).toEqual({ state: 'captured' });
});

test('the provider refuses a refund above what is left of a charge', async () => {
  const { api } = await ready();
  const { order } = await api.checkout.place(checkout());
  const refund = { key: 'a', chargeKey: `order-${order.number}`, amountCents: 4000 };
  await provider.refund(refund);
  await provider.refund(refund);
  await expect(provider.refund({ ...refund, key: 'b' })).rejects.toThrow(RangeError);
});

test('a free order is paid without calling the provider', async () => {
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
