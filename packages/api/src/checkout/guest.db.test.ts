import { Order } from '@lantern/db/models/order';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { Variant } from '@lantern/db/models/variant';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';
import { reconcile } from '../settlement/reconcile.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

async function stocked(): Promise<number> {
  const { variantIds } = await stockProduct(t.services, {
    name: `Lamp ${crypto.randomUUID()}`,
    priceCents: 6000,
    stock: 5,
  });
  return variantIds[0] ?? 0;
}

const stockOf = async (id: number) => (await Variant.findByPk(id, { rejectOnEmpty: true })).stock;

test('a guest buys with an email, and reads and cancels the order with its token', async () => {
  const variantId = await stocked();
  const { api } = await guestWith(t, variantId);
  const { order } = await api.checkout.place(guestCheckout('sim_ok', 'Ann@Example.com'));
  expect(order).toEqual({ number: order.number, status: 'paid', totalCents: 6000, accessToken: expect.any(String) });
  expect((await api.cart.get()).items).toEqual([]);
  const { number, accessToken } = order;
  const elsewhere = t.browser().api;
  expect(await elsewhere.orders.byNumber({ number, accessToken })).toMatchObject({
    status: 'paid',
    email: 'ann@example.com',
    items: [{ quantity: 1 }],
  });
  expect(await stockOf(variantId)).toBe(4);
  expect(await elsewhere.orders.cancel({ number, accessToken })).toMatchObject({
    status: 'cancelled',
    payment: { status: 'refunded', refundedCents: 6000 },
  });
  expect(await stockOf(variantId)).toBe(5);
});

test('guests are asked for a valid email, and customers have none to give', async () => {
  const variantId = await stocked();
  const { api } = await guestWith(t, variantId);
  const { email, ...anonymous } = guestCheckout();
  const refused = { code: 'BAD_REQUEST', cause: { fieldErrors: { email: [expect.any(String)] } } };
  expect(await failureOf(api.checkout.place(anonymous))).toMatchObject(refused);
  expect(await failureOf(api.checkout.place({ ...anonymous, email: 'nobody' }))).toMatchObject({ code: 'BAD_REQUEST' });
  const customer = await t.shopper();
  await customer.api.cart.add({ variantId, quantity: 1 });
  expect(await failureOf(customer.api.checkout.place({ ...anonymous, email }))).toMatchObject(refused);
  expect((await customer.api.checkout.place(anonymous)).order).not.toHaveProperty('accessToken');
  expect(await failureOf(t.browser().api.checkout.place(guestCheckout()))).toMatchObject({
    cause: { reason: 'cart_empty' },
  });
});

test('a declined card leaves the cart of a guest as it was, and is an attempt of the order that follows', async () => {
  const { api } = await guestWith(t, await stocked());
  const stranger = await guestWith(t, await stocked());
  const failure = await failureOf(api.checkout.place(guestCheckout('sim_declined')));
  expect(failure).toMatchObject({ cause: { reason: 'payment_declined' } });
  await failureOf(stranger.api.checkout.place(guestCheckout('sim_declined')));
  expect((await api.cart.get()).items).toHaveLength(1);
  const { number, accessToken } = (await api.checkout.place(guestCheckout())).order;
  expect((await api.orders.byNumber({ number, accessToken })).attempts).toHaveLength(1);
});

test('twenty checkouts of a guest with one key at once are one order and one charge', async () => {
  const variantId = await stocked();
  const { api } = await guestWith(t, variantId);
  const input = guestCheckout('sim_error');
  const placed = await Promise.all(Array.from({ length: 20 }, () => api.checkout.place(input)));
  const [first] = placed;
  const number = first?.order.number ?? '';
  expect(new Set(placed.map(({ order }) => order.number))).toEqual(new Set([number]));
  expect(await ProviderCharge.count({ where: { key: `order-${number}` } })).toBe(1);
  expect(await stockOf(variantId)).toBe(4);
  const { accessToken } = (await api.checkout.place(input)).order;
  expect((await t.browser().api.orders.byNumber({ number, accessToken })).number).toBe(number);
  expect(await api.checkout.progress({ idempotencyKey: input.idempotencyKey })).toEqual({ step: 'done', number });
  for (const other of [
    { ...input, email: 'other@example.com' },
    { ...input, paymentMethod: 'sim_ok' },
  ]) {
    expect(await failureOf(api.checkout.place(other))).toMatchObject({ cause: { reason: 'idempotency_key_reused' } });
  }
});

test('the key of one guest is not that of another, nor of a customer', async () => {
  const variantId = await stocked();
  const input = guestCheckout();
  const { idempotencyKey } = input;
  const [one, other] = [await guestWith(t, variantId), await guestWith(t, variantId)];
  const first = (await one.api.checkout.place(input)).order;
  expect(await other.api.checkout.progress({ idempotencyKey })).toEqual({ step: 'reserving', number: null });
  expect((await other.api.checkout.place(input)).order.number).not.toBe(first.number);
  const customer = await t.shopper();
  await customer.api.cart.add({ variantId, quantity: 1 });
  expect(await customer.api.checkout.progress({ idempotencyKey })).toEqual({ step: 'reserving', number: null });
  const { email: _, ...theirs } = input;
  expect((await customer.api.checkout.place(theirs)).order.number).not.toBe(first.number);
  expect((await one.api.checkout.place(input)).order.number).toBe(first.number);
});

test('a guest who logs in while the card is tried finds the items of a declined payment in the account’s cart', async () => {
  const variantId = await stocked();
  const account = { email: `late-${crypto.randomUUID()}@example.com`, password: 'correct horse' };
  await t.browser().api.auth.register({ ...account, name: 'Late' });
  const browser = await guestWith(t, variantId);
  const usual = t.services.payments;
  t.services.payments = new SimulatedPaymentProvider(t.database, 50, 60_000);
  const input = guestCheckout('sim_slow');
  const { order } = await browser.api.checkout.place(input);
  expect(order.status).toBe('pending');
  await browser.api.auth.login(account);
  t.services.payments = usual;
  // A page of the guest that is still open does not act for the account.
  expect(await failureOf(browser.as(null).checkout.place(input))).toMatchObject({
    cause: { reason: 'account_changed' },
  });
  await reconcile(t.services, 0);
  const { number, accessToken } = order;
  expect((await browser.api.orders.byNumber({ number, accessToken })).status).toBe('payment_failed');
  expect((await browser.api.cart.get()).items).toMatchObject([{ variantId, quantity: 1 }]);
  expect(await stockOf(variantId)).toBe(5);
});

test('an order that a guest placed before logging in stays one order, and is not the account’s by itself', async () => {
  const browser = await guestWith(t, await stocked());
  const { number, accessToken } = (await browser.api.checkout.place(guestCheckout())).order;
  const customer = await t.shopper();
  const me = await customer.api.auth.me();
  await browser.api.auth.login({ email: me?.email ?? '', password: 'correct horse' });
  expect((await browser.api.orders.list({})).items).toEqual([]);
  expect(await failureOf(browser.api.orders.byNumber({ number }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await browser.api.orders.byNumber({ number, accessToken })).status).toBe('paid');
  expect(await Order.count({ where: { number, userId: null } })).toBe(1);
});

test.each([
  ['address', 300, undefined],
  ['mailbox', 60, 'somebody@example.com'],
])('guests of one %s cannot try cards without end', async (_, limit, email) => {
  const limited = await startTestServices({ rateLimits: true });
  const codes: unknown[] = [];
  for (let n = 0; n <= limit; n++) {
    codes.push((await failureOf(limited.browser().api.checkout.place(guestCheckout('sim_ok', email)))).code);
  }
  expect(codes.slice(-2)).toEqual(['CONFLICT', 'TOO_MANY_REQUESTS']);
  await limited[Symbol.asyncDispose]();
});
