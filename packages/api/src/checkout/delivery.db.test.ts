import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AdminApi } from '../testing/admin-services.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

const standard = {
  ...{ code: 'standard', name: 'Standard delivery', description: 'To your door', priceCents: 490, freeFromCents: 5000 },
  ...{ minDays: 2, maxDays: 4, countries: null, active: true },
};
const express = {
  ...{ code: 'express', name: 'Express delivery', description: '', priceCents: 1290, freeFromCents: null },
  ...{ minDays: 1, maxDays: 2, countries: ['FR', 'GB'], active: true },
};
beforeEach(async () => {
  await admin.delivery.save(standard);
  await admin.delivery.save(express);
});

/** A customer with items for this much in the cart. */
async function customerWith(priceCents: number) {
  const { variantIds } = await stockProduct(t.services, { name: `Lamp ${crypto.randomUUID()}`, priceCents });
  const { api } = await t.shopper();
  await api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const place = (
    expectedTotalCents: number,
    more: { deliveryMethod?: string; country?: string; key?: string } = {},
  ) => {
    const { key = crypto.randomUUID(), country = 'GB', deliveryMethod } = more;
    const shippingAddress = { ...address, country, postalCode: country === 'GB' ? address.postalCode : '8001' };
    const expectedItems = [{ variantId: variantIds[0] ?? 0, quantity: 1 }];
    const placed = { idempotencyKey: key, expectedTotalCents, shippingAddress, deliveryMethod, expectedItems };
    return api.checkout.place({ ...placed, paymentMethod: 'sim_ok' });
  };
  return { api, place };
}

test('the options list the methods for a country with their price for the cart, and the countries', async () => {
  const { api } = await customerWith(6000);
  const { deliveryMethods, countries, holidays } = await api.checkout.options({ country: 'GB' });
  expect(deliveryMethods.map(({ code, priceCents }) => [code, priceCents])).toEqual([
    ['standard', 0],
    ['express', 1290],
  ]);
  expect(deliveryMethods[0]).toMatchObject({ name: 'Standard delivery', minDays: 2, maxDays: 4 });
  expect(holidays.filter((day) => !/^20\d\d-\d\d-\d\d$/.test(day))).toEqual([]);
  expect(holidays.length).toBeGreaterThan(0);
  expect((await api.checkout.options({ country: 'CH' })).deliveryMethods.map(({ code }) => code)).toEqual(['standard']);
  expect(countries).toHaveLength(249);
  const about = (code: string) => countries.find((country) => country.code === code);
  expect(about('GB')).toEqual({ code: 'GB', name: 'United Kingdom', postalCode: 'required', region: 'none' });
  expect(about('US')).toMatchObject({ region: 'required' });
  expect(about('HK')).toMatchObject({ postalCode: 'none', region: 'optional' });
  const [cheapest] = (await t.browser().api.checkout.options()).deliveryMethods;
  expect(cheapest).toMatchObject({ priceCents: 490 });
});

test('the cheapest method is taken if none is asked for, and its name stays with the order', async () => {
  const { api, place } = await customerWith(2000);
  expect(await api.cart.get()).toMatchObject({ shippingCents: 490, totalCents: 2490 });
  const { order } = await place(2490);
  await admin.delivery.save({ ...standard, name: 'By bike' });
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({
    deliveryMethod: { code: 'standard', name: 'Standard delivery' },
    shippingCents: 490,
  });
});

test('a method that is asked for is paid for, tax included', async () => {
  const { api, place } = await customerWith(6000);
  const { order } = await place(7290, { deliveryMethod: 'express' });
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({
    ...{ deliveryMethod: { code: 'express', name: 'Express delivery' }, status: 'paid' },
    ...{ subtotalCents: 6000, shippingCents: 1290, taxCents: 1000 + 215, totalCents: 7290 },
  });
});

test('a coupon for free delivery makes every method free', async () => {
  const code = `FREE${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await admin.promotions.create({ code, kind: 'free_delivery', value: 0, active: true });
  const { api, place } = await customerWith(2000);
  expect(await api.cart.applyCoupon({ code })).toMatchObject({ shippingCents: 0, totalCents: 2000 });
  const { deliveryMethods } = await api.checkout.options({ country: 'GB' });
  expect(deliveryMethods.map(({ priceCents }) => priceCents)).toEqual([0, 0]);
  const { order } = await place(2000, { deliveryMethod: 'express' });
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({
    ...{ deliveryMethod: { code: 'express' }, shippingCents: 0, totalCents: 2000 },
  });
});

test('a discount and a delivery add up', async () => {
  const code = `TEN${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await admin.promotions.create({ code, kind: 'percent', value: 10, active: true });
  const { api, place } = await customerWith(6000);
  await api.cart.applyCoupon({ code });
  const { order } = await place(5400 + 1290, { deliveryMethod: 'express' });
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({
    ...{ subtotalCents: 6000, discountCents: 600, shippingCents: 1290, taxCents: 900 + 215, totalCents: 6690 },
  });
});

test.each([
  ['an unknown method', { deliveryMethod: 'drone' }],
  ['a method that does not deliver there', { deliveryMethod: 'express', country: 'CH' }],
])('%s is refused, and the cart stays as it is', async (_, wanted) => {
  const { api, place } = await customerWith(6000);
  expect(await failureOf(place(7290, wanted))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { deliveryMethod: [expect.any(String)] } },
  });
  expect((await api.cart.get()).items).toHaveLength(1);
});

test('a country that nothing is delivered to is refused, and not among the options', async () => {
  await admin.delivery.save({ ...standard, countries: ['GB'] });
  const { api, place } = await customerWith(6000);
  expect(await failureOf(place(6000, { country: 'CH' }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { 'shippingAddress.country': ["We don't deliver to Switzerland at the moment."] } },
  });
  const { deliveryMethods, countries } = await api.checkout.options({ country: 'CH' });
  expect(deliveryMethods).toEqual([]);
  expect(countries.map(({ code }) => code)).toEqual(['FR', 'GB']);
});

test('a price that an admin changes meanwhile is reported, not charged', async () => {
  const { place } = await customerWith(6000);
  await admin.delivery.save({ ...express, priceCents: 1490 });
  expect(await failureOf(place(7290, { deliveryMethod: 'express' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'price_changed', details: { totalCents: 7490, cause: 'delivery' } },
  });
  await place(7490, { deliveryMethod: 'express' });
});

test('a repeated checkout is the same order, whatever has become of its method; with another method it is refused', async () => {
  const { place } = await customerWith(6000);
  const key = crypto.randomUUID();
  const first = await place(7290, { deliveryMethod: 'express', key });
  await admin.delivery.save({ ...express, active: false });
  expect(await place(7290, { deliveryMethod: 'express', key })).toEqual(first);
  expect(await failureOf(place(7290, { deliveryMethod: 'standard', key }))).toMatchObject({
    cause: { reason: 'idempotency_key_reused' },
  });
});
