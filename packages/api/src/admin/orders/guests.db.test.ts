import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { guestCheckout, guestWith } from '../../testing/guest.ts';
import { address, stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin } = api;

test('admins find the order of a guest by the name in the delivery address, until it comes to an account', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000 });
  const guest = await guestWith(t, variantIds[0] ?? 0);
  const email = 'zoe@example.com';
  const checkout = guestCheckout('sim_ok', email);
  checkout.shippingAddress = { ...checkout.shippingAddress, fullName: 'Zoë  Quist-Øberg' };
  const { number, accessToken = '' } = (await guest.api.checkout.place(checkout)).order;
  const found = async (q: string) => (await admin.orders.list({ q })).items.map((order) => order.number);
  for (const q of ['zoe quist', 'QUIST', 'oberg', 'Zoë Quist-Øberg'])
    expect([q, await found(q)]).toEqual([q, [number]]);
  expect(await found('quist oberg x')).toEqual([]);
  await guest.api.auth.register({ email, password: 'correct horse', name: 'Wilma', claim: { number, accessToken } });
  expect(await found('quist')).toEqual([]);
  expect(await found('wilma')).toEqual([number]);
});

test('admins find the order of a guest by the name it is billed to', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Jug', priceCents: 6000 });
  const guest = await guestWith(t, variantIds[0] ?? 0);
  const billingAddress = { ...address, fullName: 'Analytical Engines AG' };
  const { number } = (await guest.api.checkout.place({ ...guestCheckout(), billingAddress })).order;
  for (const q of ['analytical', 'engines ag', 'lovelace']) {
    const { items } = await admin.orders.list({ q });
    expect(items.map((order) => order.number)).toContain(number);
  }
});

test('admins find the order of a guest by email, read it and change its status', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 });
  const guest = await guestWith(t, variantIds[0] ?? 0);
  const { newCustomers } = (await admin.dashboard({})).totals;
  const { number, accessToken } = (await guest.api.checkout.place(guestCheckout('sim_ok', 'ann@example.com'))).order;
  const customer = { id: null, email: 'ann@example.com', name: 'Ada Lovelace' };
  for (const q of ['ann@', 'ANN@example.com', number]) {
    expect((await admin.orders.list({ q })).items).toMatchObject([{ number, customer }]);
  }
  expect((await admin.orders.list({ q: 'bob@' })).items).toEqual([]);
  expect(await admin.orders.byNumber({ number })).toMatchObject({ customer, status: 'paid' });
  await admin.orders.setStatus({ number, status: 'shipped', note: 'With DHL' });
  const seen = await guest.api.orders.byNumber({ number, accessToken });
  expect(seen.timeline.at(-1)).toMatchObject({ status: 'shipped', note: 'With DHL' });
  await admin.orders.setStatus({ number, status: 'refunded' });
  expect((await guest.api.orders.byNumber({ number, accessToken })).refundedCents).toBe(6000);
  expect((await admin.dashboard({})).totals.newCustomers).toBe(newCustomers);
  const [entry] = (await admin.activity.list({ entity: 'order' })).items;
  expect(entry).toMatchObject({ entity: { type: 'order', id: number, label: number } });
});
