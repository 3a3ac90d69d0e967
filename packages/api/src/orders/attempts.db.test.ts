import { Order } from '@lantern/db/models/order';
import { Variant } from '@lantern/db/models/variant';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailedToken } from '../testing/mailed-token.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

type Api = Awaited<ReturnType<TestServices['shopper']>>['api'];

async function variantOf(priceCents: number): Promise<number> {
  const name = `Lamp ${crypto.randomUUID()}`;
  const [id = 0] = (await stockProduct(t.services, { name, priceCents, stock: 5 })).variantIds;
  return id;
}

async function pay(api: Api, paymentMethod: string, email?: string): Promise<string> {
  const { totalCents: expectedTotalCents } = await api.cart.get();
  const checkout = { expectedTotalCents, shippingAddress: address, paymentMethod, email };
  return (await api.checkout.place({ ...checkout, idempotencyKey: crypto.randomUUID() })).order.number;
}

/** The order number of the declined attempt. */
async function decline(api: Api, paymentMethod = 'sim_declined', email?: string): Promise<string> {
  const { cause } = await failureOf(pay(api, paymentMethod, email));
  expect(cause).toMatchObject({ reason: 'payment_declined', details: { orderNumber: expect.any(String) } });
  return String(Object(Object(cause).details).orderNumber);
}

const numbersOf = ({ items }: { items: { number: string }[] }) => items.map(({ number }) => number);

test('a cart that is declined twice and then bought is one order that lists both attempts', async () => {
  const { api } = await t.shopper('Twyla');
  const me = await api.auth.me();
  await api.cart.add({ variantId: await variantOf(6000), quantity: 2 });
  const first = await decline(api);
  const second = await decline(api, 'sim_insufficient_funds');
  expect((await api.orders.list({})).items).toEqual([]);
  expect((await admin.orders.list({ q: 'twyla' })).items).toEqual([]);
  expect(await api.orders.byNumber({ number: first })).toMatchObject({ status: 'payment_failed', boughtAs: null });

  const number = await pay(api, 'sim_ok');
  expect(numbersOf(await api.orders.list({}))).toEqual([number]);
  expect(numbersOf(await admin.orders.list({ q: 'Twyla' }))).toEqual([number]);
  expect(numbersOf(await admin.orders.list({ q: 'Twyla', status: 'payment_failed' }))).toEqual([second, first]);
  expect(numbersOf(await admin.orders.list({ q: first.toLowerCase() }))).toEqual([first]);
  expect((await admin.dashboard({})).latestOrders.filter(({ customer }) => customer.id === me?.id)).toHaveLength(1);
  const user = await admin.users.byId({ id: me?.id ?? 0 });
  expect([user.orderCount, numbersOf({ items: user.recentOrders })]).toEqual([1, [number]]);

  const attempts = [
    {
      number: first,
      amountCents: 12_000,
      method: 'sim_declined',
      failureCode: 'card_declined',
      at: expect.any(String),
    },
    { number: second, method: 'sim_insufficient_funds', failureCode: 'insufficient_funds' },
  ];
  for (const seen of [await api.orders.byNumber({ number }), await admin.orders.byNumber({ number })]) {
    expect(seen).toMatchObject({ status: 'paid', attempts, boughtAs: null });
    expect(seen.timeline.map(({ status }) => status)).toEqual(['pending', 'paid']);
  }
  for (const failed of [first, second]) {
    expect(await api.orders.byNumber({ number: failed })).toMatchObject({
      status: 'payment_failed',
      boughtAs: number,
      attempts: [],
    });
  }
});

test('a declined attempt is linked to one order only: the same shopper’s, sharing an item with it', async () => {
  const [lamp, rug] = [await variantOf(6000), await variantOf(7000)];
  const { api } = await t.shopper();
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const failed = await decline(api);
  await api.cart.remove({ variantId: lamp });
  await api.cart.add({ variantId: rug, quantity: 1 });
  const other = await pay(api, 'sim_ok');
  expect(await api.orders.byNumber({ number: other })).toMatchObject({ attempts: [] });
  expect(await api.orders.byNumber({ number: failed })).toMatchObject({ boughtAs: null });

  const otherApi = (await t.shopper()).api;
  await otherApi.cart.add({ variantId: lamp, quantity: 1 });
  expect(await otherApi.orders.byNumber({ number: await pay(otherApi, 'sim_ok') })).toMatchObject({ attempts: [] });
  expect(await failureOf(otherApi.orders.byNumber({ number: failed }))).toMatchObject({ code: 'NOT_FOUND' });

  await api.cart.add({ variantId: rug, quantity: 1 });
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const bought = await pay(api, 'sim_ok');
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const again = await pay(api, 'sim_ok');
  expect(await api.orders.byNumber({ number: bought })).toMatchObject({ attempts: [{ number: failed }] });
  expect(await api.orders.byNumber({ number: again })).toMatchObject({ attempts: [] });
  expect(await api.orders.byNumber({ number: failed })).toMatchObject({ boughtAs: bought });
});

const newEmail = () => `ada-${crypto.randomUUID()}@example.com`;
const account = (email = newEmail()) => ({ email, password: 'correct horse', name: 'Ada' });

test('what a guest tried before logging in leads to the order that the account buys, and comes to it', async () => {
  const lamp = await variantOf(6000);
  const [stranger, guest] = [t.browser().api, t.browser().api];
  for (const api of [stranger, guest]) await api.cart.add({ variantId: lamp, quantity: 1 });
  const strangers = await decline(stranger, 'sim_declined', newEmail());
  const own = account();
  const failed = await decline(guest, 'sim_declined', own.email);
  await guest.auth.register(own);
  const number = await pay(guest, 'sim_ok');
  expect(await guest.orders.byNumber({ number })).toMatchObject({ attempts: [{ number: failed }] });
  expect(await guest.orders.byNumber({ number: failed })).toMatchObject({ status: 'payment_failed', boughtAs: number });
  expect(await admin.orders.byNumber({ number: strangers })).toMatchObject({ boughtAs: null, customer: { id: null } });
  expect(numbersOf(await guest.orders.list({}))).toEqual([number]);
});

test('who logs in after a guest in the same browser does not see what that guest tried with another email', async () => {
  const lamp = await variantOf(6000);
  const { api } = t.browser();
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const failed = await decline(api, 'sim_declined', newEmail());
  await api.auth.register(account());
  const number = await pay(api, 'sim_ok');
  expect(await api.orders.byNumber({ number })).toMatchObject({ attempts: [] });
  expect(await failureOf(api.orders.byNumber({ number: failed }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await admin.orders.byNumber({ number: failed })).toMatchObject({ boughtAs: null, customer: { id: null } });
});

test('an attempt that has come to one account is no part of what another one buys in the same browser', async () => {
  const lamp = await variantOf(6000);
  const { api } = t.browser();
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const first = account();
  const failed = await decline(api, 'sim_declined', first.email);
  const owner = t.browser().api;
  await owner.auth.register(first);
  await owner.auth.verifyEmail({ token: await mailedToken('welcome', first.email) });
  await api.auth.register(account());
  const number = await pay(api, 'sim_ok');
  expect(await api.orders.byNumber({ number })).toMatchObject({ attempts: [] });
  expect(await owner.orders.byNumber({ number: failed })).toMatchObject({ boughtAs: null });
});

test('pages of orders are full although declined attempts lie in between', async () => {
  const { api } = await t.shopper();
  const variantId = await variantOf(1000);
  const bought: string[] = [];
  for (let n = 0; n < 3; n++) {
    await api.cart.add({ variantId, quantity: 1 });
    await decline(api);
    bought.unshift(await pay(api, 'sim_ok'));
  }
  const page = await api.orders.list({ limit: 2 });
  const rest = await api.orders.list({ limit: 2, cursor: page.nextCursor });
  expect([numbersOf(page), numbersOf(rest)]).toEqual([bought.slice(0, 2), bought.slice(2)]);
  expect(rest.nextCursor).toBeNull();
});

test('a changed total is refused with its cause: a price or the cart', async () => {
  const { api } = await t.shopper();
  const [lamp, pen] = [await variantOf(6000), await variantOf(4600)];
  await api.cart.add({ variantId: lamp, quantity: 1 });
  const placeAt = (expectedTotalCents: number, expectedItems?: { variantId: number; quantity: number }[]) =>
    failureOf(
      api.checkout.place({
        idempotencyKey: crypto.randomUUID(),
        expectedTotalCents,
        expectedItems,
        shippingAddress: address,
        paymentMethod: 'sim_ok',
      }),
    );
  await api.cart.add({ variantId: pen, quantity: 1 });
  expect(await placeAt(6000)).toMatchObject({
    code: 'CONFLICT',
    cause: {
      message: expect.stringContaining('Your cart has changed'),
      reason: 'price_changed',
      details: { totalCents: 10_600, cause: 'cart' },
    },
  });
  // A different cart with the same total is refused, too.
  const twin = await variantOf(4600);
  const expectedItems = [lamp, twin].map((variantId) => ({ variantId, quantity: 1 }));
  expect(await placeAt(10_600, expectedItems)).toMatchObject({
    cause: { reason: 'price_changed', details: { totalCents: 10_600, cause: 'cart' } },
  });
  await t.database.transaction(() => Variant.update({ priceCents: 5000 }, { where: { id: pen } }));
  expect(await placeAt(10_600)).toMatchObject({
    cause: {
      message: expect.stringContaining('A price has changed'),
      reason: 'price_changed',
      details: { totalCents: 11_000, cause: 'price' },
    },
  });
  expect(await Order.count({ where: { userId: (await api.auth.me())?.id ?? 0 } })).toBe(0);
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 11_000,
    expectedItems: [pen, lamp].map((variantId) => ({ variantId, quantity: 1 })),
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  expect(order).toMatchObject({ status: 'paid', totalCents: 11_000 });
});
