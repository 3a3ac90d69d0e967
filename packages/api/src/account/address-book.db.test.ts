import { Address } from '@lantern/db/models/address';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

const at = (line1: string) => ({ ...address, line1 });

/** A customer with these addresses, and how to find one's id. */
async function customerWith(...lines: string[]) {
  const { api } = await t.shopper();
  for (const line of lines) await api.account.addresses.save(at(line));
  const { addresses } = api.account;
  const seen = async () => (await addresses.list()).map(({ line1, isDefault }) => (isDefault ? `*${line1}` : line1));
  const idOf = async (line: string) => (await addresses.list()).find(({ line1 }) => line1 === line)?.id ?? 0;
  return { api, addresses, seen, idOf };
}

test('the first address is the default, and further ones are listed after it', async () => {
  const { api, addresses, seen } = await customerWith();
  expect(await addresses.list()).toEqual([]);
  const [first] = await addresses.save(at('1 Street'));
  expect(first).toEqual({
    ...{ ...at('1 Street'), line2: null, region: null, phone: null },
    id: expect.any(Number),
    isDefault: true,
  });
  await addresses.save(at('2 Street'));
  expect(await seen()).toEqual(['*1 Street', '2 Street']);
  expect(await api.account.shipping()).toMatchObject({ line1: '1 Street' });
});

test('an address is replaced by id, and checked like any other', async () => {
  const { addresses, seen, idOf } = await customerWith('1 Street', '2 Street');
  const id = await idOf('2 Street');
  await addresses.save({ id, ...address, line1: '3 Street', country: 'fr', postalCode: '75004' });
  expect(await seen()).toEqual(['*1 Street', '3 Street']);
  expect((await addresses.list())[1]).toMatchObject({ id, country: 'FR', postalCode: '75004' });
  expect(await failureOf(addresses.save({ id, ...address, country: 'FR' }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ path: ['postalCode'] }] },
  });
});

test('another address becomes the default, which the checkout fills in and updateShipping replaces', async () => {
  const { api, addresses, seen, idOf } = await customerWith('1 Street', '2 Street', '3 Street');
  await addresses.setDefault({ id: await idOf('3 Street') });
  expect(await seen()).toEqual(['*3 Street', '1 Street', '2 Street']);
  await addresses.setDefault({ id: await idOf('3 Street') });
  await api.account.updateShipping(at('4 Street'));
  expect(await seen()).toEqual(['*4 Street', '1 Street', '2 Street']);
  expect(await api.account.shipping()).toMatchObject({ line1: '4 Street' });
});

test('the oldest address left takes the place of a removed default', async () => {
  const { api, addresses, seen, idOf } = await customerWith('1 Street', '2 Street', '3 Street');
  await addresses.remove({ id: await idOf('2 Street') });
  await addresses.remove({ id: await idOf('1 Street') });
  expect(await seen()).toEqual(['*3 Street']);
  expect(await addresses.remove({ id: await idOf('3 Street') })).toEqual([]);
  expect(await api.account.shipping()).toBeNull();
});

test("another user's address does not exist", async () => {
  const owner = await customerWith('1 Street');
  const id = await owner.idOf('1 Street');
  const { addresses } = await customerWith('2 Street');
  const attempts = [addresses.remove({ id }), addresses.setDefault({ id }), addresses.save({ id, ...address })];
  for (const { code } of await Promise.all(attempts.map(failureOf))) expect(code).toBe('NOT_FOUND');
  expect(await owner.seen()).toEqual(['*1 Street']);
  expect(await failureOf(t.browser().api.account.addresses.list())).toMatchObject({ code: 'UNAUTHORIZED' });
});

test('addresses that are saved at once make one default', async () => {
  const { api, addresses, seen } = await customerWith();
  const me = await api.auth.me();
  await Promise.all([
    ...['1 Street', '2 Street', '3 Street'].map((line) => addresses.save(at(line))),
    api.account.updateShipping(at('4 Street')),
  ]);
  expect((await seen()).filter((line) => line.startsWith('*'))).toHaveLength(1);
  expect(await Address.count({ where: { defaultOf: me?.id ?? 0 } })).toBe(1);
});

test('a book holds twenty addresses', async () => {
  const { addresses, seen } = await customerWith(...Array.from({ length: 20 }, (_, n) => `${n} Street`));
  expect(await failureOf(addresses.save(address))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'too_many_addresses' },
  });
  expect(await seen()).toHaveLength(20);
});

test('orders keep the address they were placed with', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000 });
  const { api, addresses, idOf } = await customerWith('1 Street');
  await api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 6000,
    shippingAddress: at('1 Street'),
    paymentMethod: 'sim_ok',
  });
  await addresses.save({ id: await idOf('1 Street'), ...at('2 Street') });
  await addresses.remove({ id: await idOf('2 Street') });
  expect(await api.orders.byNumber({ number: order.number })).toMatchObject({ shippingAddress: { line1: '1 Street' } });
});
