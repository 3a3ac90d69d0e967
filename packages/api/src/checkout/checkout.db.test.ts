import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Variant } from '@lantern/db/models/variant';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';
import { reconcile } from '../settlement/reconcile.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

type Browser = Awaited<ReturnType<TestServices['shopper']>>;

const checkout = (paymentMethod = 'sim_ok', expectedTotalCents = 6000) => ({
  idempotencyKey: crypto.randomUUID(),
  expectedTotalCents,
  shippingAddress: address,
  paymentMethod,
});

/** A shopper with one item at 60.00 in the cart. */
async function ready(name: string, stock = 5): Promise<{ browser: Browser; variantId: number }> {
  const { variantIds } = await stockProduct(t.services, { name, stock, priceCents: 6000 });
  const [variantId = 0] = variantIds;
  const browser = await t.shopper(name.replaceAll(' ', '-'));
  await browser.api.cart.add({ variantId, quantity: 1 });
  return { browser, variantId };
}

const stockOf = async (id: number) => (await Variant.findByPk(id, { rejectOnEmpty: true })).stock;
const chargesOf = async (number: string) => ProviderCharge.findAll({ where: { key: `order-${number}` }, raw: true });

test('a paid checkout takes stock, empties the cart, charges once and shows on the order page', async () => {
  const { browser, variantId } = await ready('Lamp');
  const { order } = await browser.api.checkout.place(checkout());
  expect(order).toMatchObject({ status: 'paid', totalCents: 6000 });
  expect(await stockOf(variantId)).toBe(4);
  expect((await browser.api.cart.get()).items).toEqual([]);
  expect(await chargesOf(order.number)).toMatchObject([{ amountCents: 6000, state: 'captured' }]);
  const view = await browser.api.orders.byNumber({ number: order.number });
  expect(view).toMatchObject({
    items: [{ name: 'Lamp', quantity: 1, unitPriceCents: 6000 }],
    shippingAddress: { fullName: 'Ada Lovelace', country: 'GB', line2: null },
    payment: { status: 'captured', amountCents: 6000 },
    canCancel: true,
  });
  expect(view.timeline.map(({ status }) => status)).toEqual(['pending', 'paid']);
});

test('an order is worth no more than the databases can keep, whatever a coupon takes off', async () => {
  const priceCents = 100_000_000;
  const { variantIds } = await stockProduct(t.services, { name: 'Yacht', stock: 50, priceCents });
  const [variantId = 0] = variantIds;
  const { api: admin } = await t.admin();
  await admin.admin.promotions.create({ code: 'FLEET', kind: 'fixed', value: 1_000_000_000, active: true });
  const { api } = await t.shopper('Fleet');
  await api.cart.add({ variantId, quantity: 22 });
  const undiscounted = await failureOf(api.checkout.place(checkout('sim_ok', 2_200_000_000)));
  await api.cart.applyCoupon({ code: 'FLEET' });
  const discounted = await failureOf(api.checkout.place(checkout('sim_ok', 1_200_000_000)));
  expect(undiscounted).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ message: 'This is more than one order can be worth.' }] },
  });
  expect(discounted).toMatchObject({ code: 'CONFLICT', cause: { reason: 'order_limit' } });
  expect(await stockOf(variantId)).toBe(50);
  await api.cart.update({ variantId, quantity: 20 });
  const { order } = await api.checkout.place(checkout('sim_ok', 1_000_000_000));
  expect(order).toMatchObject({ status: 'paid', totalCents: 1_000_000_000 });
});

test('a declined card charges nothing and keeps cart and stock, and another card works', async () => {
  const { browser, variantId } = await ready('Chair');
  const declined = checkout('sim_declined');
  const failure = await failureOf(browser.api.checkout.place(declined));
  expect(failure).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'payment_declined', details: { declineCode: 'card_declined' } },
  });
  expect(await failureOf(browser.api.checkout.place(declined))).toMatchObject({
    cause: { reason: 'payment_declined' },
  });
  expect(await stockOf(variantId)).toBe(5);
  expect((await browser.api.cart.get()).items).toMatchObject([{ variantId, quantity: 1 }]);
  expect((await browser.api.checkout.place(checkout())).order.status).toBe('paid');
  const { items } = await browser.api.orders.list({});
  expect(items.map(({ status }) => status)).toEqual(['paid']);
});

test.each(['sim_timeout', 'sim_error'])('a checkout with %s ends paid with one charge', async (token) => {
  const { browser } = await ready(`Item ${token}`);
  const { order } = await browser.api.checkout.place(checkout(token));
  expect(order.status).toBe('paid');
  expect(await chargesOf(order.number)).toMatchObject([{ state: 'captured' }]);
});

test('a slow provider is waited for, and one beyond the time limit leaves the order pending', async () => {
  const { browser, variantId } = await ready('Slow');
  const usual = t.services.payments;
  t.services.payments = new SimulatedPaymentProvider(t.database, 50, 60_000);
  expect((await browser.api.checkout.place(checkout('sim_slow'))).order.status).toBe('pending');
  await browser.api.cart.add({ variantId, quantity: 1 });
  t.services.payments = new SimulatedPaymentProvider(t.database, 60_000, 50);
  expect((await browser.api.checkout.place(checkout('sim_slow'))).order.status).toBe('paid');
  t.services.payments = usual;
});

test('insufficient funds and unknown tokens are different errors', async () => {
  const { browser } = await ready('Table');
  expect(await failureOf(browser.api.checkout.place(checkout('sim_insufficient_funds')))).toMatchObject({
    cause: { details: { declineCode: 'insufficient_funds' } },
  });
  expect(await failureOf(browser.api.checkout.place(checkout('4242424242424242')))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { paymentMethod: expect.anything() } },
  });
});

test('an outdated total is refused before any money moves', async () => {
  const { browser, variantId } = await ready('Sofa');
  expect(await failureOf(browser.api.checkout.place(checkout('sim_ok', 5999)))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'price_changed', details: { totalCents: 6000 } },
  });
  expect(await stockOf(variantId)).toBe(5);
  expect((await browser.api.cart.get()).items).toHaveLength(1);
});

test('an empty cart is refused at checkout', async () => {
  expect(await failureOf((await t.shopper()).api.checkout.place(checkout()))).toMatchObject({
    cause: { reason: 'cart_empty' },
  });
});

test('twenty concurrent checkouts with one key are one order and one charge', async () => {
  const { browser, variantId } = await ready('Desk');
  const input = checkout('sim_error');
  const results = await Promise.all(Array.from({ length: 20 }, () => browser.api.checkout.place(input)));
  const numbers = new Set(results.map(({ order }) => order.number));
  expect(numbers.size).toBe(1);
  expect(results.every(({ order }) => order.status === 'paid')).toBe(true);
  expect(await Order.count({ where: { idempotencyKey: input.idempotencyKey } })).toBe(1);
  expect(await chargesOf([...numbers][0] ?? '')).toHaveLength(1);
  expect(await stockOf(variantId)).toBe(4);
  const other = { ...input, shippingAddress: { ...address, city: 'Paris' } };
  expect(await failureOf(browser.api.checkout.place(other))).toMatchObject({
    cause: { reason: 'idempotency_key_reused' },
  });
});

test('a key that was used before returns its order, although the same items are in the cart again', async () => {
  const { browser, variantId } = await ready('Stool');
  const input = checkout();
  const { order } = await browser.api.checkout.place(input);
  await browser.api.cart.add({ variantId, quantity: 1 });
  expect((await browser.api.checkout.place(input)).order).toEqual(order);
  const other = { ...input, shippingAddress: { ...address, city: 'Paris' } };
  expect(await failureOf(browser.api.checkout.place(other))).toMatchObject({
    cause: { reason: 'idempotency_key_reused' },
  });
  expect((await browser.api.cart.get()).items).toMatchObject([{ variantId, quantity: 1 }]);
  expect(await stockOf(variantId)).toBe(4);
  expect(await chargesOf(order.number)).toHaveLength(1);
});

test('a checkout starts again under locks if there is less in stock than its cart has shown', async () => {
  const { browser, variantId } = await ready('Rug');
  const { database } = t;
  const execute = database.execute.bind(database);
  const takes: string[] = [];
  vi.spyOn(database, 'execute').mockImplementation(async (sql, values) => {
    if (sql.startsWith('UPDATE variants')) {
      takes.push(sql);
      // Rolled back together with what the checkout has written.
      await execute('UPDATE variants SET stock = 1 WHERE id = ?', [variantId]);
    }
    return execute(sql, values);
  });
  const { order } = await browser.api.checkout.place(checkout());
  expect(order.status).toBe('paid');
  expect(takes).toHaveLength(1);
  expect(await stockOf(variantId)).toBe(4);
  expect((await browser.api.cart.get()).items).toEqual([]);
});

test('of forty shoppers racing for seven items, seven get an order and the rest out_of_stock', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Hit', stock: 7, priceCents: 6000 });
  const [variantId = 0] = variantIds;
  const shoppers = await Promise.all(Array.from({ length: 40 }, (_, n) => t.shopper(`Racer-${n}`)));
  await Promise.all(shoppers.map(({ api }) => api.cart.add({ variantId, quantity: 1 })));
  const results = await Promise.allSettled(shoppers.map(({ api }) => api.checkout.place(checkout())));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
  expect(failures.map(({ cause }) => cause?.reason)).toEqual(Array.from({ length: 33 }, () => 'out_of_stock'));
  expect(await stockOf(variantId)).toBe(0);
});

test('an order left pending by a crash is settled by the provider’s outcome, or voided and restocked', async () => {
  const charged = await ready('Crashed after the charge');
  const { reserve } = await import('./reserve.ts');
  const { addressSchema } = await import('../account/schema.ts');
  const place = async ({ api }: Browser) => {
    const input = { ...checkout(), shippingAddress: addressSchema.parse(address) };
    return (await reserve(t.services, { userId: (await api.auth.me())?.id ?? 0 }, input)).order;
  };
  const paid = await place(charged.browser);
  await t.services.payments.capture({ key: `order-${paid.number}`, method: 'sim_ok', amountCents: 6000 });
  const never = await ready('Crashed before the charge');
  const unpaid = await place(never.browser);
  await reconcile(t.services, 0);
  expect((await Order.findByPk(paid.id))?.status).toBe('paid');
  expect((await Order.findByPk(unpaid.id))?.status).toBe('payment_failed');
  expect(await stockOf(never.variantId)).toBe(5);
  expect((await never.browser.api.cart.get()).items).toHaveLength(1);
  // A charge that arrives late finds its key void.
  const late = await t.services.payments.capture({
    key: `order-${unpaid.number}`,
    method: 'sim_ok',
    amountCents: 6000,
  });
  expect(late.state).toBe('declined');
});

test('cancelling restocks and refunds once, and a second cancellation is refused', async () => {
  const { browser, variantId } = await ready('Regret');
  const { order } = await browser.api.checkout.place(checkout());
  const cancelled = await browser.api.orders.cancel({ number: order.number });
  expect(cancelled).toMatchObject({
    status: 'cancelled',
    canCancel: false,
    payment: { status: 'refunded', refundedCents: 6000 },
  });
  expect(await stockOf(variantId)).toBe(5);
  expect(await ProviderRefund.findAll({ where: { chargeKey: `order-${order.number}` }, raw: true })).toMatchObject([
    { amountCents: 6000 },
  ]);
  expect(await failureOf(browser.api.orders.cancel({ number: order.number }))).toMatchObject({
    cause: { reason: 'illegal_transition' },
  });
  expect(await Payment.count({ where: { status: 'refund_due' } })).toBe(0);
});

test('an order cannot be read or cancelled by another shopper', async () => {
  const { browser } = await ready('Mine');
  const { order } = await browser.api.checkout.place(checkout());
  const other = await t.shopper('Other');
  expect(await failureOf(other.api.orders.byNumber({ number: order.number }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(other.api.orders.cancel({ number: order.number }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await other.api.orders.list({})).items).toEqual([]);
});

test('orders are paged by cursor, newest first', async () => {
  const { browser, variantId } = await ready('Often', 20);
  await browser.api.checkout.place(checkout());
  for (let n = 0; n < 4; n++) {
    await browser.api.cart.add({ variantId, quantity: 1 });
    await browser.api.checkout.place(checkout());
  }
  const first = await browser.api.orders.list({ limit: 3 });
  const rest = await browser.api.orders.list({ limit: 3, cursor: first.nextCursor });
  expect(new Set([...first.items, ...rest.items].map(({ number }) => number)).size).toBe(5);
  expect(rest.nextCursor).toBeNull();
  expect(await failureOf(browser.api.orders.list({ cursor: 'nonsense' }))).toMatchObject({ code: 'BAD_REQUEST' });
});
