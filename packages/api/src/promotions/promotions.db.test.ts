import { Order } from '@lantern/db/models/order';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { guestCheckout } from '../testing/guest.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import type { RouterInputs } from '../types.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
beforeAll(async () => {
  t = await startTestServices();
  admin = (await t.admin()).api.admin;
});
afterAll(() => t[Symbol.asyncDispose]());

type Terms = Partial<RouterInputs['admin']['promotions']['create']>;
type Api = ReturnType<TestServices['browser']>['api'];

async function promote(terms: Terms = {}) {
  const code = `save-${crypto.randomUUID().slice(0, 8)}`;
  return admin.promotions.create({ code, kind: 'percent', value: 10, active: true, ...terms });
}

async function variantOf(priceCents = 6000, category = 'things', stock = 50): Promise<number> {
  const { variantIds } = await stockProduct(t.services, {
    name: `Lamp ${crypto.randomUUID()}`,
    priceCents,
    category,
    stock,
  });
  return variantIds[0] ?? 0;
}

async function cartOf(api: Api, code: string, prices = [6000]) {
  for (const price of prices) await api.cart.add({ variantId: await variantOf(price), quantity: 1 });
  return api.cart.applyCoupon({ code });
}

const checkout = (expectedTotalCents: number, paymentMethod: string | undefined = 'sim_ok') => ({
  ...{ idempotencyKey: crypto.randomUUID(), expectedTotalCents, shippingAddress: address, paymentMethod },
});
const usedOf = async (id: number) => (await admin.promotions.list()).find((promotion) => promotion.id === id)?.used;
const reasonOf = async (call: Promise<unknown>) => (await failureOf(call)).cause;

test('a code in any case takes its percentage off every line, and an order keeps it', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  const cart = await cartOf(api, code.toUpperCase(), [6000, 333]);
  expect(cart).toMatchObject({
    ...{ subtotalCents: 6333, discountCents: 633, shippingCents: 0, totalCents: 5700 },
    ...{ coupon: { code, label: '10% off' }, couponRefusal: null },
    items: [{ discountCents: 600 }, { discountCents: 33 }],
  });
  expect(await api.cart.get()).toEqual(cart);
  const { order } = await api.checkout.place(checkout(5700));
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({
    ...{ subtotalCents: 6333, discountCents: 633, totalCents: 5700, taxCents: cart.taxCents, couponCode: code },
    items: [{ discountCents: 600, lineTotalCents: 6000 }, { discountCents: 33 }],
  });
  expect(await usedOf(id)).toBe(1);
  await api.cart.add({ variantId: await variantOf(), quantity: 1 });
  expect(await api.cart.get()).toMatchObject({ coupon: null, discountCents: 0 });
});

test('a coupon is judged again at every change of the cart, and can be taken off', async () => {
  const { code } = await promote({ kind: 'fixed', value: 1000, minSubtotalCents: 7000 });
  const { api } = t.browser();
  await api.cart.add({ variantId: await variantOf(4000), quantity: 1 });
  expect(await reasonOf(api.cart.applyCoupon({ code }))).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'coupon_minimum', message: 'This code needs items worth at least €70.00.' },
  });
  const variantId = await variantOf(4000);
  await api.cart.add({ variantId, quantity: 1 });
  expect(await api.cart.applyCoupon({ code })).toMatchObject({ discountCents: 1000, totalCents: 7000 });
  expect(await api.cart.remove({ variantId })).toMatchObject({
    ...{ discountCents: 0, coupon: null, couponRefusal: { code, reason: 'coupon_minimum' } },
  });
  expect(await api.cart.add({ variantId, quantity: 1 })).toMatchObject({ discountCents: 1000, coupon: { code } });
  expect(await api.cart.removeCoupon()).toMatchObject({ discountCents: 0, coupon: null, couponRefusal: null });
});

test('a coupon for categories takes nothing off the other lines', async () => {
  const parent = await admin.categories.create({ name: `Room ${crypto.randomUUID().slice(0, 6)}` });
  const child = await admin.categories.create({ name: 'Rug', parentSlug: parent.slug });
  const { code } = await promote({ categorySlugs: [parent.slug] });
  const { api } = t.browser();
  await api.cart.add({ variantId: await variantOf(6000), quantity: 1 });
  expect(await reasonOf(api.cart.applyCoupon({ code }))).toMatchObject({ reason: 'coupon_minimum' });
  const { id } = await admin.products.create({
    ...{ name: 'Runner', description: '', status: 'active', categorySlugs: [child.slug] },
    variants: [{ sku: crypto.randomUUID(), priceCents: 2000, stock: 5 }],
  });
  const { variants } = await admin.products.byId({ id });
  await api.cart.add({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  expect(await api.cart.applyCoupon({ code })).toMatchObject({
    ...{ discountCents: 200, items: [{ discountCents: 0 }, { discountCents: 200 }] },
  });
});

test('free delivery has no delivery cost', async () => {
  const { code } = await promote({ kind: 'free_delivery', value: 0 });
  const { api } = t.browser();
  expect(await cartOf(api, code, [1000])).toMatchObject({ shippingCents: 0, discountCents: 0, totalCents: 1000 });
});

test.each([
  ['coupon_not_started', { startsAt: '2999-01-01T00:00:00Z' }],
  ['coupon_expired', { endsAt: '2020-01-01T00:00:00Z' }],
  ['coupon_unknown', { active: false }],
])('%s is why a coupon is refused', async (reason, terms) => {
  const { code } = await promote(terms);
  const { api } = t.browser();
  expect(await reasonOf(cartOf(api, code))).toMatchObject({ code: 'CONFLICT', reason });
});

test('unknown codes and empty carts are refused', async () => {
  const { api } = t.browser();
  const { code } = await promote();
  expect(await reasonOf(api.cart.applyCoupon({ code }))).toMatchObject({ reason: 'cart_empty' });
  for (const unknown of ['nothing', `${code}é`, 'two words']) {
    expect(await reasonOf(cartOf(api, unknown))).toMatchObject({ reason: 'coupon_unknown' });
  }
});

test('an order of nothing asks for no payment and is paid at once', async () => {
  const { code } = await promote({ value: 100 });
  const { api } = await t.shopper();
  expect(await cartOf(api, code)).toMatchObject({ totalCents: 0, taxCents: 0 });
  const { paymentMethod: _, ...unpaid } = checkout(0);
  const { order } = await api.checkout.place(unpaid);
  expect(order).toMatchObject({ status: 'paid', totalCents: 0 });
  expect(await api.checkout.place(unpaid)).toEqual({ order });
  const { paymentMethod: __, ...priced } = checkout(100);
  expect(await failureOf(api.checkout.place(priced))).toMatchObject({
    ...{ code: 'BAD_REQUEST', cause: { fieldErrors: { paymentMethod: [expect.any(String)] } } },
  });
});

test('a coupon that expires before the order is placed is refused, and the cart keeps the rest', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  await cartOf(api, code);
  await admin.promotions.update({ id, code, kind: 'percent', value: 10, active: true, endsAt: '2020-01-01T00:00:00Z' });
  const refused = checkout(5400);
  expect(await reasonOf(api.checkout.place(refused))).toMatchObject({ code: 'CONFLICT', reason: 'coupon_expired' });
  expect(await api.cart.get()).toMatchObject({ totalCents: 6000, coupon: null, couponRefusal: null, items: [{}] });
  expect((await api.checkout.place(checkout(6000))).order.status).toBe('paid');
});

test('a declined payment gives the use back, once, and returns the coupon to the cart', async () => {
  const { code, id } = await promote({ usageLimit: 1 });
  const { api } = await t.shopper();
  await cartOf(api, code);
  const declined = checkout(5400, 'sim_declined');
  for (let attempt = 0; attempt < 2; attempt++) {
    expect(await reasonOf(api.checkout.place(declined))).toMatchObject({ reason: 'payment_declined' });
  }
  expect(await usedOf(id)).toBe(0);
  expect(await api.cart.get()).toMatchObject({ coupon: { code }, totalCents: 5400 });
  expect((await api.checkout.place(checkout(5400))).order.status).toBe('paid');
  expect(await usedOf(id)).toBe(1);
});

test.each(['the customer', 'an admin'])('%s cancelling an order gives the use back, once', async (who) => {
  const { code, id } = await promote({ perCustomerLimit: 1, usageLimit: 2 });
  const { api } = await t.shopper();
  await cartOf(api, code);
  const { number } = (await api.checkout.place(checkout(5400))).order;
  expect(await usedOf(id)).toBe(1);
  const cancel = () =>
    who === 'an admin' ? admin.orders.setStatus({ number, status: 'cancelled' }) : api.orders.cancel({ number });
  await cancel();
  await failureOf(cancel());
  expect(await usedOf(id)).toBe(0);
  await cartOf(api, code);
  expect((await api.checkout.place(checkout(5400))).order.status).toBe('paid');
});

test('a refunded order keeps its use', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  await cartOf(api, code);
  const { number } = (await api.checkout.place(checkout(5400))).order;
  await admin.orders.setStatus({ number, status: 'refunded' });
  expect(await usedOf(id)).toBe(1);
});

test('a customer cannot use a once-per-customer coupon twice, nor a guest with the same email', async () => {
  const { code } = await promote({ perCustomerLimit: 1 });
  const email = `twice-${crypto.randomUUID()}@example.com`;
  const { api } = t.browser();
  await api.auth.register({ email, password: 'correct horse', name: 'Ada' });
  await cartOf(api, code);
  await api.checkout.place(checkout(5400));
  expect(await reasonOf(cartOf(api, code))).toMatchObject({ reason: 'coupon_already_used' });
  const guest = t.browser();
  await cartOf(guest.api, code);
  const again = { ...guestCheckout('sim_ok', email), expectedTotalCents: 5400 };
  expect(await reasonOf(guest.api.checkout.place(again))).toMatchObject({ reason: 'coupon_already_used' });
  expect(await guest.api.cart.get()).toMatchObject({ coupon: null, totalCents: 6000 });
});

test('at login a guest’s coupon comes along, unless the account has used it', async () => {
  const { code } = await promote({ perCustomerLimit: 1 });
  const account = { email: `login-${crypto.randomUUID()}@example.com`, password: 'correct horse' };
  const { api } = t.browser();
  await api.auth.register({ ...account, name: 'Ada' });
  await api.auth.logout();
  await cartOf(api, code);
  await api.auth.login(account);
  expect(await api.cart.get()).toMatchObject({ coupon: { code }, totalCents: 5400 });
  await api.checkout.place(checkout(5400));
  await api.auth.logout();
  await cartOf(api, code);
  await api.auth.login(account);
  expect(await api.cart.get()).toMatchObject({ coupon: null, couponRefusal: null, totalCents: 6000 });
});

test('five checkouts at once with one email use a once-per-customer coupon once', async () => {
  const { code, id } = await promote({ perCustomerLimit: 1 });
  const email = `tabs-${crypto.randomUUID()}@example.com`;
  const guests = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { api } = t.browser();
      await cartOf(api, code);
      return api;
    }),
  );
  const placed = await Promise.allSettled(
    guests.map((api) => api.checkout.place({ ...guestCheckout('sim_ok', email), expectedTotalCents: 5400 })),
  );
  expect(placed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await usedOf(id)).toBe(1);
});

test('of 200 guests at once exactly as many use a coupon as its limit allows', { timeout: 120_000 }, async () => {
  const { code, id } = await promote({ usageLimit: 20 });
  const variantId = await variantOf(6000, 'things', 500);
  const guests: Api[] = [];
  for (let count = 0; count < 200; count++) {
    const { api } = t.browser();
    await api.cart.add({ variantId, quantity: 1 });
    await api.cart.applyCoupon({ code });
    guests.push(api);
  }
  const placed = await Promise.allSettled(
    guests.map((api) => api.checkout.place({ ...guestCheckout(), expectedTotalCents: 5400 })),
  );
  const reasons = placed.flatMap((result) => (result.status === 'rejected' ? [result.reason.cause?.reason] : []));
  expect(placed.length - reasons.length).toBe(20);
  expect(new Set(reasons)).toEqual(new Set(['coupon_used_up']));
  expect(await usedOf(id)).toBe(20);
});

test('a purchase whose coupon an admin has just changed asks to check the total', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  await cartOf(api, code);
  await admin.promotions.update({ id, code, kind: 'percent', value: 20, active: true });
  expect(await reasonOf(api.checkout.place(checkout(5400)))).toMatchObject({ reason: 'price_changed' });
  expect((await api.checkout.place(checkout(4800))).order.totalCents).toBe(4800);
});

test('what has changed the total is not said to be the delivery if it may be the coupon', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  const { items } = await cartOf(api, code);
  const expectedItems = items.map(({ variantId, quantity }) => ({ variantId, quantity }));
  await admin.promotions.update({ id, code, kind: 'percent', value: 20, active: true });
  const place = () => reasonOf(api.checkout.place({ ...checkout(5400), expectedItems }));
  const cart = { reason: 'price_changed', details: { totalCents: 4800, cause: 'cart' } };
  expect(await place()).toMatchObject(cart);
  await api.cart.removeCoupon();
  expect(await place()).toMatchObject({ ...cart, details: { totalCents: 6000, cause: 'cart' } });
});

test('an edit that is noticed only when the use is taken is told with the new total', async () => {
  const { code, id } = await promote();
  const { api } = await t.shopper();
  await cartOf(api, code);
  const { database } = t.services;
  const execute = database.execute.bind(database);
  vi.spyOn(database, 'execute').mockImplementation(async (sql, values) => {
    if (sql.startsWith('UPDATE promotions SET used')) {
      await execute('UPDATE promotions SET percent = 20, version = version + 1 WHERE id = ?', [id]);
    }
    return execute(sql, values);
  });
  expect(await reasonOf(api.checkout.place(checkout(5400)))).toMatchObject({
    ...{ reason: 'price_changed', message: expect.stringContaining('Your coupon has changed') },
    details: { totalCents: 4800, cause: 'cart' },
  });
});

test('a refused coupon leaves the cart, but not one that another tab has put on meanwhile', async () => {
  const terms = { kind: 'percent' as const, value: 10, minSubtotalCents: 6000 };
  const [{ id, code }, other] = [await promote(terms), await promote({ value: 50 })];
  const { api } = await t.shopper();
  const { items } = await cartOf(api, code);
  await admin.promotions.update({ id, code, ...terms, active: false });
  // Asked once it is clear that there is no such order, and before the coupon is taken off.
  vi.spyOn(Order, 'findOne').mockImplementationOnce(async () => {
    await api.cart.applyCoupon({ code: other.code });
    return null;
  });
  expect(await reasonOf(api.checkout.place(checkout(5400)))).toMatchObject({ reason: 'coupon_unknown' });
  expect((await api.cart.get()).coupon).toMatchObject({ code: other.code });
  // Nor one that applies again by then.
  await admin.promotions.update({ id, code, ...terms, active: true });
  await api.cart.applyCoupon({ code });
  const { variantId = 0 } = items[0] ?? {};
  const dearer = await variantOf(7000);
  await api.cart.remove({ variantId });
  await api.cart.add({ variantId: await variantOf(100), quantity: 1 });
  vi.spyOn(Order, 'findOne').mockImplementationOnce(async () => {
    await api.cart.add({ variantId: dearer, quantity: 1 });
    return null;
  });
  expect(await reasonOf(api.checkout.place(checkout(5400)))).toMatchObject({ reason: 'coupon_minimum' });
  expect((await api.cart.get()).coupon).toMatchObject({ code });
});

test('saving a promotion as it is leaves its version, so that neither carts nor other forms are told of a change', async () => {
  await variantOf(100, 'shelves');
  const terms = {
    ...{ kind: 'fixed' as const, value: 50, active: true, categorySlugs: ['shelves'] },
    ...{ minSubtotalCents: 100, usageLimit: 9, perCustomerLimit: 2 },
    ...{ startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2199-03-31T00:00:00.000Z' },
  };
  const { id, code } = await promote(terms);
  const same = { id, code, ...terms };
  expect(await admin.promotions.update({ ...same, version: 1 })).toMatchObject({ version: 1 });
  expect(await admin.promotions.update({ ...same, version: 1, active: false })).toMatchObject({ version: 2 });
});

test('two promotions cannot have one code, and an edit of an old version is refused', async () => {
  const { code, id, version } = await promote();
  const again = { code: code.toUpperCase(), kind: 'percent', value: 5, active: true } as const;
  expect(await reasonOf(admin.promotions.create(again))).toMatchObject({ reason: 'code_taken' });
  const edit = { ...again, id, version };
  expect(await admin.promotions.update(edit)).toMatchObject({ value: 5, version: 2 });
  expect(await reasonOf(admin.promotions.update(edit))).toMatchObject({ reason: 'version_conflict' });
  await admin.promotions.remove({ id });
  expect(await failureOf(admin.promotions.remove({ id }))).toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  { value: 0 },
  { value: 101 },
  { kind: 'fixed' as const, value: 0 },
  { code: 'SÄVE' },
  { endsAt: '9999-12-31T23:59:59-01:00' },
  { startsAt: '0000-01-01T00:00:00Z' },
  { categorySlugs: ['no-such'] },
])('a promotion with %j is refused', async (terms) => {
  expect(await failureOf(promote(terms))).toMatchObject({ code: 'BAD_REQUEST' });
});
