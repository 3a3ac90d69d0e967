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
  const first = pairOf(cookieLine(await query('cart.get')));
  expect(first).toBeDefined();
  expect(pairOf(cookieLine(await mutate('cart.add', { variantId, quantity: 1 })))).toBe(first);
  expect(pairOf(cookieLine(await mutate('cart.update', { variantId, quantity: 2 })))).toBe(first);
  expect(pairOf(cookieLine(await query('cart.get')))).toBe(first);
  await mutate('auth.register', newCustomer());
  const { headers, body } = await query('cart.get');
  expect(headers.getSetCookie()).toEqual([]);
  expect(body.result.data.items).toMatchObject([{ variantId, quantity: 2 }]);
});

test('a page gets no cookie by reading, which could replace that of a cart filled meanwhile', async () => {
  const page = t.client();
  const headers = { 'x-lantern-account': 'unknown' };
  for (const path of ['cart.get', 'checkout.options']) {
    expect((await page.send(`/trpc/${path}`, { headers })).headers.getSetCookie()).toEqual([]);
  }
  const body = JSON.stringify({ variantId, quantity: 1 });
  const posted = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
  expect((await page.send('/trpc/cart.add', posted)).headers.getSetCookie()).toHaveLength(1);
  expect((await page.send('/trpc/cart.get', { headers })).headers.getSetCookie()).toHaveLength(1);
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
  await Promise.all([quantityOf(client), quantityOf(other)]);
  const answers = await Promise.all([add(client, 'one'), add(client, 'one'), add(client, 'one')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await quantityOf(client)).toEqual([1]);
  await add(client, 'two');
  await add(client, 'one', 3);
  expect(await quantityOf(client)).toEqual([5]);
  await add(other, 'one');
  expect(await quantityOf(other)).toEqual([1]);
  for (let time = 0; time < 2; time++) {
    await other.send('/trpc/cart.add,cart.add?batch=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lantern-request': 'batch' },
      body: JSON.stringify({ 0: { variantId, quantity: 1 }, 1: { variantId, quantity: 1 } }),
    });
  }
  expect(await quantityOf(other)).toEqual([3]);
});
