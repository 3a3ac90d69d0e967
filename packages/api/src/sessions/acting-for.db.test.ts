import { Address } from '@lantern/db/models/address';
import { Order } from '@lantern/db/models/order';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let variantId: number;
beforeAll(async () => {
  t = await startTestServices();
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

const refusal = { code: 'CONFLICT', cause: { reason: 'account_changed' } };
const key = () => crypto.randomUUID();

/** A browser where one account was logged in before, and another one is now. */
async function switchedAccount() {
  const browser = await t.shopper('Ada');
  const before = await browser.api.auth.me();
  const email = `ben-${crypto.randomUUID()}@example.com`;
  await browser.api.auth.register({ name: 'Ben', email, password: 'correct horse' });
  const now = await browser.api.auth.me();
  if (!before || !now) throw new Error('Both accounts expected to be logged in.');
  return { ...browser, before, now };
}

test('requests of a page left open by another account are refused', async () => {
  const { api, before, now } = await switchedAccount();
  const accountId = before.id;
  const stale = { ...address, line1: '1 Old Street', accountId };
  await api.cart.add({ variantId, quantity: 1, accountId: now.id });
  const order = {
    idempotencyKey: key(),
    expectedTotalCents: 6000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  };
  const attempts = [
    () => api.checkout.place({ ...order, accountId }),
    () => api.account.updateShipping(stale),
    () => api.account.changeEmail({ newEmail: 'other@example.com', password: 'correct horse', accountId }),
    () => api.account.addresses.save(stale),
    () => api.account.updateProfile({ name: 'Ada', accountId }),
    () => api.account.changePassword({ currentPassword: 'correct horse', newPassword: 'another horse', accountId }),
    () => api.cart.add({ variantId, quantity: 1, accountId }),
    () => api.cart.update({ variantId, quantity: 5, accountId: null }),
    () => api.cart.remove({ variantId, accountId }),
    () => api.orders.cancel({ number: 'L-22222222', accountId }),
  ];
  for (const attempt of attempts) expect(await failureOf(attempt())).toMatchObject(refusal);
  expect(await Address.count({ where: { userId: now.id } })).toBe(0);
  expect(await Order.count({ where: { userId: [before.id, now.id] } })).toBe(0);
  expect(await api.auth.me()).toMatchObject({ name: 'Ben' });
  expect((await api.cart.get()).items).toMatchObject([{ quantity: 1 }]);

  const placed = await api.checkout.place({ ...order, accountId: now.id });
  expect(placed.order.status).toBe('paid');
  // The account id is not part of the order's payload: without it, it is the same order.
  expect((await api.checkout.place(order)).order.number).toBe(placed.order.number);
  expect(await failureOf(api.checkout.place({ ...order, accountId }))).toMatchObject(refusal);
});

test('after a logout, cart changes for the account are refused and protected calls require a login', async () => {
  const { api, now } = await switchedAccount();
  await api.auth.logout();
  expect(await failureOf(api.cart.add({ variantId, quantity: 1, accountId: now.id }))).toMatchObject(refusal);
  expect(await failureOf(api.account.updateProfile({ name: 'Ada', accountId: now.id }))).toMatchObject({
    code: 'UNAUTHORIZED',
  });
  expect((await api.cart.add({ variantId, quantity: 1, accountId: null })).items).toHaveLength(1);
});

test('the account can be sent with every request, admin calls and logout included, but login ignores it', async () => {
  const admin = await t.admin();
  const me = await admin.api.auth.me();
  if (!me) throw new Error('A logged-in admin expected.');
  const name = `Candles ${key()}`;
  const stale = admin.as(me.id + 1);
  expect(await failureOf(stale.admin.categories.create({ name }))).toMatchObject(refusal);
  expect(await failureOf(stale.auth.logout())).toMatchObject(refusal);
  expect(await failureOf(admin.as(null).auth.logout())).toMatchObject(refusal);
  expect(await failureOf(admin.as(Number.NaN).auth.logout())).toMatchObject(refusal);
  expect(await stale.auth.me()).toMatchObject({ id: me.id });
  expect(await admin.as(me.id).admin.categories.create({ name })).toMatchObject({ name });
  expect(await stale.auth.login({ email: admin.email, password: 'correct horse' })).toMatchObject({ user: me });
});

test('an impossible account id is refused as a field error', async () => {
  const { api } = await t.shopper();
  for (const accountId of [0, -1, 1.5, 2 ** 40]) {
    expect(await failureOf(api.cart.add({ variantId, quantity: 1, accountId }))).toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fieldErrors: { accountId: [expect.any(String)] } },
    });
  }
});
