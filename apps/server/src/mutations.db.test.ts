import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/* Requests for mutations are answered without tRPC's adapter, but with its answers. */

let t: HttpStore;
let variantId: number;
beforeAll(async () => {
  t = await startHttpStore();
  const { variantIds } = await stockProduct(t.services, { name: 'Mug', priceCents: 6000, stock: 50 });
  variantId = variantIds[0] ?? 0;
});
afterAll(() => t[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };

/** What matters of the answer to the same request from a new guest, and from tRPC's adapter, which a header asks for. */
async function answers(path: string, body: string, headers: Record<string, string> = {}) {
  const send = async (own: Record<string, string>) => {
    const answer = await t.client().send(path, { method: 'POST', headers: { ...json, ...headers, ...own }, body });
    const shown = ['content-type', 'cache-control', 'vary', 'retry-after'].map((name) => answer.headers.get(name));
    return { status: answer.status, shown, text: answer.text.replace(/"requestId":"[^"]+"/g, '"requestId":""') };
  };
  return { direct: await send({}), byTrpc: await send({ 'trpc-accept': 'application/json' }) };
}

const add = () => ({ variantId, quantity: 1 });

test.each<[what: string, path: string, status: number, body: () => unknown]>([
  ['one', 'cart.add', 200, add],
  ['a batch of one', 'cart.add?batch=1', 200, () => ({ 0: add() })],
  // Neither sees what the other does: they run at the same time.
  ['a batch of two', 'cart.remove,auth.logout?batch=1', 200, () => ({ 0: { variantId: 1_000_000 } })],
  ['a batch of which one fails', 'cart.add,cart.add?batch=1', 207, () => ({ 0: add(), 1: { variantId: 0 } })],
  ['a batch without inputs', 'auth.logout,auth.logout?batch=1', 200, () => ({})],
  ['a batch that is a list', 'cart.add?batch=1', 400, () => [add()]],
  ['too large a batch', `${Array(21).fill('auth.logout').join()}?batch=1`, 400, () => ({})],
  ['a batch with a query', 'cart.add,auth.me?batch=1', 400, () => ({ 0: add() })],
  ['a business failure', 'cart.add', 404, () => ({ variantId: 1_000_000, quantity: 1 })],
  ['an invalid input', 'cart.add', 400, () => ({ ...add(), quantity: -1 })],
  ['an input that is null', 'cart.add', 400, () => null],
  ['a customer’s mutation', 'account.changePassword', 401, () => ({})],
  ['an unknown procedure', 'cart.empty', 404, add],
  ['an inherited name', 'constructor', 404, add],
  ['a query', 'cart.get', 405, () => null],
])('%s: the answer is that of tRPC', async (_, path, status, body) => {
  const { direct, byTrpc } = await answers(`/trpc/${path}`, JSON.stringify(body()));
  expect(direct).toEqual(byTrpc);
  expect(direct.status).toBe(status);
});

test('a body that is not JSON gets the answer of tRPC', async () => {
  const { direct, byTrpc } = await answers('/trpc/cart.add', '{"variantId":');
  expect(direct).toEqual(byTrpc);
});

test('cookies and headers that a mutation sets are sent with its answer', async () => {
  const client = t.client();
  expect((await client.mutate('auth.register', newCustomer())).status).toBe(200);
  expect(client.jar.has('session')).toBe(true);
});
