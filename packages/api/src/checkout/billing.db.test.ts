import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZodError } from 'zod';
import type { AddressInput } from '../account/schema.ts';
import { issueDueInvoices } from '../invoices/issue.ts';
import { fieldErrorsOf } from '../shared/field-errors.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let variantId: number;
beforeAll(async () => {
  t = await startTestServices();
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000, stock: 99 });
  variantId = variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

/** Nothing is delivered to a country for this alone. */
const office = {
  ...{ fullName: 'Analytical Engines AG', line1: 'Bahnhofstrasse 1', city: 'Zürich' },
  ...{ postalCode: '8001', country: 'CH' },
};
const stored = (entered: object) => ({ line2: null, region: null, phone: null, ...entered });

/** A guest with an item in the cart, and what pays for it. */
async function guest(billingAddress?: AddressInput) {
  const { api } = await guestWith(t, variantId);
  return { api, input: { ...guestCheckout(), ...(billingAddress && { billingAddress }) } };
}

/** The billing address of an order as its guest and as an admin reads it. */
async function billingOf({ number, accessToken }: { number: string; accessToken?: string }) {
  const seen = await t.browser().api.orders.byNumber({ number, accessToken });
  const { api } = await t.admin();
  expect((await api.admin.orders.byNumber({ number })).billingAddress).toEqual(seen.billingAddress);
  return seen.billingAddress;
}

/** Whom the documents of an order are made out to. */
async function recipientsOf(number: string): Promise<string[]> {
  await issueDueInvoices(t.services);
  const { id } = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  const documents = await Invoice.findAll({ where: { orderId: id }, order: ['id'], raw: true });
  return documents.map(({ data }) => data.buyer.fullName);
}

test('an order keeps its billing address, to which its documents are made out', async () => {
  const { api, input } = await guest({ ...office, postalCode: ' 8001 ', line2: ' ' });
  const { order } = await api.checkout.place(input);
  expect(await billingOf(order)).toEqual(stored(office));
  const { number, accessToken } = order;
  await api.orders.cancel({ number, accessToken });
  expect(await recipientsOf(number)).toEqual([office.fullName, office.fullName]);
});

test.each<[string, AddressInput | undefined]>([
  ['none', undefined],
  ['the delivery address', { ...address, line2: '' }],
  ['the delivery address with another phone number', { ...address, phone: '+44 20 7946 0000' }],
])('an order with %s as billing address has none of its own', async (_, billingAddress) => {
  const { api, input } = await guest(billingAddress);
  const { order } = await api.checkout.place(input);
  expect(await billingOf(order)).toBeNull();
  expect(await recipientsOf(order.number)).toEqual([address.fullName]);
});

test('it may be anywhere, and only the delivery depends on where it is delivered', async () => {
  const { api: admin } = await t.admin();
  const [standard] = await admin.admin.delivery.list();
  if (!standard) throw new Error('There is no delivery.');
  const { id: _id, version: _version, ...method } = standard;
  await admin.admin.delivery.save({ ...method, countries: ['GB'] });
  const { api, input } = await guest(office);
  const { order } = await api.checkout.place(input);
  expect(await billingOf(order)).toMatchObject({ country: 'CH' });
  await admin.admin.delivery.save({ ...method, countries: null });
});

test('a repeated checkout is the same order; with another billing address it is refused', async () => {
  const { api, input } = await guest(office);
  const { order } = await api.checkout.place(input);
  const again = [input, input, { ...input, billingAddress: { ...office, line2: ' ' } }];
  for (const same of again) expect((await api.checkout.place(same)).order.number).toBe(order.number);
  const { billingAddress: _, ...without } = input;
  for (const other of [without, { ...input, billingAddress: { ...office, city: 'Bern' } }]) {
    expect(await failureOf(api.checkout.place(other))).toMatchObject({ cause: { reason: 'idempotency_key_reused' } });
  }
});

test('a repeated checkout is the same order whether or not the delivery address is given again', async () => {
  const { api, input } = await guest();
  const { order } = await api.checkout.place(input);
  const spelledOut = { ...input, billingAddress: address };
  expect((await api.checkout.place(spelledOut)).order.number).toBe(order.number);
});

test('an error names the field of the billing address', async () => {
  const { api, input } = await guest({ ...office, city: ' ', postalCode: 'SW1Y 4JH' });
  const { cause } = await failureOf(api.checkout.place(input));
  if (!(cause instanceof ZodError)) throw new Error('This is not an error of the schema.');
  expect(Object.keys(fieldErrorsOf(cause)).sort()).toEqual(['billingAddress.city', 'billingAddress.postalCode']);
  expect((await api.cart.get()).items).toHaveLength(1);
});

test('no later change of the address book changes an order', async () => {
  const { api } = await t.shopper();
  const [saved] = await api.account.addresses.save(office);
  await api.cart.add({ variantId, quantity: 1 });
  const { email: _, ...input } = guestCheckout();
  const { order } = await api.checkout.place({ ...input, billingAddress: office });
  await api.account.addresses.save({ ...office, id: saved?.id, city: 'Bern' });
  await api.account.addresses.remove({ id: saved?.id ?? 0 });
  expect((await api.orders.byNumber({ number: order.number })).billingAddress).toEqual(stored(office));
});
