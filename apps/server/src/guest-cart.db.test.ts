import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
let variantId: number;
beforeAll(async () => {
  t = await startHttpStore();
  variantId = (await stockProduct(t.services, { name: 'Mug' })).variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

const DAYS = 60;
const cookieLine = ({ headers }: Answer) =>
  headers.getSetCookie().find((line) => /(^|-)cart=/.test(line) && line.includes(`Max-Age=${DAYS * 24 * 60 * 60};`));
const pairOf = (line: string | undefined) => line?.split(';')[0];

test('reading or changing a guest cart renews its cookie with the same value', async () => {
  const { query, mutate } = t.client();
  const first = pairOf(cookieLine(await mutate('cart.add', { variantId, quantity: 1 })));
  expect(first).toBeDefined();
  expect(pairOf(cookieLine(await mutate('cart.update', { variantId, quantity: 2 })))).toBe(first);
  expect(pairOf(cookieLine(await query('cart.get')))).toBe(first);
  await mutate('auth.register', newCustomer());
  const { headers, body } = await query('cart.get');
  expect(headers.getSetCookie()).toEqual([]);
  expect(body.result.data.items).toMatchObject([{ variantId, quantity: 2 }]);
});

test('reading gives no cookie, which could replace that of a cart filled meanwhile', async () => {
  const { query, mutate } = t.client();
  expect((await query('cart.get')).headers.getSetCookie()).toEqual([]);
  expect((await query('checkout.options')).headers.getSetCookie()).toEqual([]);
  expect((await mutate('cart.add', { variantId, quantity: 1 })).headers.getSetCookie()).toHaveLength(1);
});

test('a request key deduplicates requests of the same user with the same input', async () => {
  const add = (client: ReturnType<HttpStore['client']>, key: string, quantity = 1) =>
    client.send('/trpc/cart.add', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lantern-request': key },
      body: JSON.stringify({ variantId, quantity }),
    });
  const [client, other] = [t.client(), t.client()];
  const quantityOf = async ({ query }: typeof client) =>
    (await query('cart.get')).body.result.data.items.map(({ quantity }: { quantity: number }) => quantity);
  // Without a cookie, nobody can tell that they are of the same user.
  await Promise.all([add(client, 'zero'), add(other, 'zero')]);
  const answers = await Promise.all([add(client, 'one'), add(client, 'one'), add(client, 'one')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await quantityOf(client)).toEqual([2]);
  await add(client, 'two');
  await add(client, 'one', 3);
  expect(await quantityOf(client)).toEqual([6]);
  await add(other, 'one');
  expect(await quantityOf(other)).toEqual([2]);
  for (let time = 0; time < 2; time++) {
    await other.send('/trpc/cart.add,cart.add?batch=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lantern-request': 'batch' },
      body: JSON.stringify({ 0: { variantId, quantity: 1 }, 1: { variantId, quantity: 1 } }),
    });
  }
  expect(await quantityOf(other)).toEqual([4]);
});
