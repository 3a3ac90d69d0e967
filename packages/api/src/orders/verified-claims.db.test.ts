import { afterAll, beforeAll, expect, test } from 'vitest';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { mailedToken } from '../testing/mailed-token.ts';
import { startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let variantId: number;
beforeAll(async () => {
  t = await startTestServices();
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

const password = 'correct horse';
const newEmail = () => `ada-${crypto.randomUUID()}@example.com`;

/** A registered user, and an order that was placed as a guest, with the same email unless another is given. */
async function customerAndOrder(guestEmail?: string) {
  const email = newEmail();
  const { api } = t.browser();
  await api.auth.register({ name: 'Ada', email, password });
  const guest = await guestWith(t, variantId);
  const { order } = await guest.api.checkout.place(guestCheckout('sim_ok', guestEmail ?? email));
  expect((await api.orders.list({})).items).toEqual([]);
  return { api, email, number: order.number };
}

test("a verified address brings a guest's orders into the account", async () => {
  const { api, email, number } = await customerAndOrder();
  await t.browser().api.auth.verifyEmail({ token: await mailedToken('welcome', email) });
  expect((await api.orders.list({})).items).toMatchObject([{ number }]);
});

test("a password reset, which proves the address as well, brings a guest's orders into the account", async () => {
  const { api, email, number } = await customerAndOrder();
  await api.auth.requestPasswordReset({ email });
  await api.auth.resetPassword({ token: await mailedToken('password_reset', email), newPassword: 'another horse' });
  await api.auth.login({ email, password: 'another horse' });
  expect((await api.orders.list({})).items).toMatchObject([{ number }]);
});

test("a new address brings a guest's orders into the account once it is confirmed, not before", async () => {
  const guestEmail = newEmail();
  const { api, email, number } = await customerAndOrder(guestEmail);
  await api.account.changeEmail({ newEmail: guestEmail, password });
  await t.browser().api.auth.verifyEmail({ token: await mailedToken('welcome', email) });
  expect((await api.orders.list({})).items).toEqual([]);
  await t.browser().api.auth.verifyEmail({ token: await mailedToken('email_change', guestEmail) });
  expect((await api.orders.list({})).items).toMatchObject([{ number }]);
});
