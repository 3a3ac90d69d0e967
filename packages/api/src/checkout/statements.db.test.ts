import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsOf } from '../testing/statements.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

/*
 * How many statements the store's two busiest changes send, with BEGIN and COMMIT, on either database. Each is a round
 * trip to MariaDB, most of them while a cart or stock is locked. A number may only rise for a reason.
 */

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

async function expectStatements(expected: number, work: () => Promise<unknown>): Promise<void> {
  const statements = await statementsOf(t.database, work);
  expect(statements, statements.join('\n')).toHaveLength(expected);
}

async function variants(count: number, stock?: number): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index++) {
    const name = `Lamp ${crypto.randomUUID()}`;
    const { variantIds } = await stockProduct(t.services, { name, priceCents: 6000, stock });
    ids.push(...variantIds);
  }
  return ids;
}

test('a guest adds to a cart, and reads it', async () => {
  const [one = 0, other = 0] = await variants(2);
  const { api } = t.browser();
  await expectStatements(5, () => api.cart.add({ variantId: one, quantity: 1 }));
  await expectStatements(6, () => api.cart.add({ variantId: other, quantity: 1 }));
  await expectStatements(5, () => api.cart.add({ variantId: other, quantity: 1 }));
  await expectStatements(1, () => api.cart.get());
});

test('a guest reads an empty cart, and then adds to it', async () => {
  const [one = 0] = await variants(1);
  const { api } = t.browser();
  await expectStatements(0, () => api.cart.get());
  await expectStatements(6, () => api.cart.add({ variantId: one, quantity: 1 }));
});

test('a customer reads a cart, and adds to it', async () => {
  const [one = 0, other = 0] = await variants(2);
  const { api } = await t.shopper();
  await expectStatements(7, () => api.cart.add({ variantId: one, quantity: 1 }));
  await expectStatements(7, () => api.cart.add({ variantId: other, quantity: 1 }));
  await expectStatements(6, () => api.cart.add({ variantId: other, quantity: 1 }));
  await expectStatements(2, () => api.cart.get());
});

async function checkoutOf(lines: number, paymentMethod: string, stock?: number): Promise<() => Promise<unknown>> {
  const { api } = await t.shopper();
  for (const variantId of await variants(lines, stock)) await api.cart.add({ variantId, quantity: 1 });
  const checkout = {
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: lines * 6000,
    shippingAddress: address,
    billingAddress: { ...address, fullName: 'Babbage & Co' },
    paymentMethod,
  };
  return () => api.checkout.place(checkout);
}

test.each([1, 3])('a checkout of %i lines', async (lines) => {
  await expectStatements(22, await checkoutOf(lines, 'sim_ok'));
});

test.each([
  [1, 28],
  [3, 30],
])('a checkout of the last of %i products', async (lines, expected) => {
  await expectStatements(expected, await checkoutOf(lines, 'sim_ok', 1));
});

test.each([
  [1, 36],
  [3, 38],
])('a declined checkout of %i lines', async (lines, expected) => {
  const place = await checkoutOf(lines, 'sim_declined');
  await expectStatements(expected, () => failureOf(place()));
});
