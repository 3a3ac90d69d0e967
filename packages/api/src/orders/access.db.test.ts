import { User } from '@lantern/db/models/user';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DAY_MS } from '../shared/dates.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { sell } from '../testing/sale.ts';
import { failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let variantId: number;
beforeAll(async () => {
  t = await startTestServices();
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000, stock: 500 });
  variantId = variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

/** An order by a guest, and the token that opens it. */
async function guestOrder(email?: string): Promise<{ number: string; accessToken: string }> {
  const { api } = await guestWith(t, variantId);
  const { number, accessToken = '' } = (await api.checkout.place(guestCheckout('sim_ok', email))).order;
  return { number, accessToken };
}

const account = (email = `new-${crypto.randomUUID()}@example.com`) => ({
  email,
  password: 'correct horse',
  name: 'Ann',
});

/** Every procedure that takes a token, by the code that it refuses it with. */
async function refusals(link: { number: string; accessToken: string }, { api } = t.browser()): Promise<unknown[]> {
  const failures = await Promise.all([
    failureOf(api.orders.byNumber(link)),
    failureOf(api.orders.cancel(link)),
    failureOf(t.browser().api.auth.register({ ...account(), claim: link })),
  ]);
  return failures.map(({ code }) => code);
}
const notFound = ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'];

test('the token of one order opens no other, whether of a guest or of a customer', async () => {
  const [one, other] = [await guestOrder(), await guestOrder()];
  const { number } = await sell(t);
  for (const target of [other.number, number, 'L-22222222']) {
    expect(await refusals({ number: target, accessToken: one.accessToken })).toEqual(notFound);
  }
});

test('an altered, cut or invented token opens nothing, even for whoever owns the order', async () => {
  const { number, accessToken } = await guestOrder();
  const [expires = '', signature = ''] = accessToken.split('.');
  const altered = [
    `${Number(expires) + 1}.${signature}`,
    `${expires}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    accessToken.slice(0, -1),
    `${accessToken}x`,
    expires,
    '',
    'anything at all',
  ];
  for (const wrong of altered)
    expect([wrong, await refusals({ number, accessToken: wrong })]).toEqual([wrong, notFound]);
  const sale = await sell(t);
  expect(await failureOf(sale.api.orders.byNumber({ number: sale.number, accessToken }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a token opens its order for ninety days', async () => {
  const link = await guestOrder();
  const { api } = t.browser();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90 * DAY_MS - 60_000 });
  expect((await api.orders.byNumber(link)).number).toBe(link.number);
  vi.setSystemTime(Date.now() + 120_000);
  expect(await refusals(link)).toEqual(notFound);
});

test('without token and login, nothing is opened', async () => {
  const { number } = await guestOrder();
  const { api } = t.browser();
  expect(await failureOf(api.orders.byNumber({ number }))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failureOf(api.orders.cancel({ number }))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failureOf((await t.shopper()).api.orders.byNumber({ number }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a new account with the email of a guest’s order takes that order along, and no other', async () => {
  const mine = account();
  const [order, another] = [await guestOrder(mine.email), await guestOrder(mine.email)];
  const { api } = t.browser();
  await api.auth.register({ ...mine, claim: order });
  expect((await api.orders.list({})).items.map(({ number }) => number)).toEqual([order.number]);
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({ status: 'paid', email: null });
  // The link in the mail still leads to it.
  expect((await t.browser().api.orders.byNumber(order)).number).toBe(order.number);
  expect(await failureOf(api.orders.byNumber({ number: another.number }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await api.orders.cancel({ number: order.number })).status).toBe('cancelled');
});

test('an account with another email, or one that comes second, gets no order', async () => {
  const mine = account();
  const order = await guestOrder(mine.email);
  const stranger = t.browser();
  await stranger.api.auth.register({ ...account(), claim: order });
  expect((await stranger.api.orders.list({})).items).toEqual([]);
  await t.browser().api.auth.register({ ...mine, claim: order });
  expect(await failureOf(stranger.api.orders.byNumber({ number: order.number }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('all orders of guests with a verified email come to the account, with their declined attempts', async () => {
  const mine = account();
  const guest = await guestWith(t, variantId);
  const key = guestCheckout('sim_ok', mine.email);
  const failure = await failureOf(guest.api.checkout.place(guestCheckout('sim_declined', mine.email)));
  expect(failure).toMatchObject({ code: 'CONFLICT' });
  const first = (await guest.api.checkout.place(key)).order.number;
  const second = (await (await guestWith(t, variantId)).api.checkout.place(key)).order.number;
  await guestOrder();
  const { api } = t.browser();
  const { user } = await api.auth.register(mine);
  // The same key as that of both guests.
  await api.cart.add({ variantId, quantity: 1 });
  const { email: _, ...own } = key;
  const third = (await api.checkout.place(own)).order.number;
  await t.database.transaction(() => t.services.claims.claimOrders(user.id, mine.email));
  expect((await api.orders.list({})).items.map(({ number }) => number)).toEqual([third, second, first]);
  const [attempt] = (await api.orders.byNumber({ number: first })).attempts;
  expect((await api.orders.byNumber({ number: attempt?.number ?? '' })).boughtAs).toBe(first);
  // Whoever asks again with the guest's cookie gets the same order.
  expect((await guest.api.checkout.place(key)).order.number).toBe(first);
});

test('what was bought without logging in, with a verified email, is there after the next login', async () => {
  const mine = account();
  const { user } = await t.browser().api.auth.register(mine);
  const { number } = await guestOrder(mine.email);
  const { api } = t.browser();
  const credentials = { email: mine.email, password: mine.password };
  await api.auth.login(credentials);
  expect((await api.orders.list({})).items).toEqual([]);
  await t.database.transaction(() => User.update({ emailVerifiedAt: new Date() }, { where: { id: user.id } }));
  await api.auth.login(credentials);
  expect((await api.orders.list({})).items).toMatchObject([{ number }]);
});
