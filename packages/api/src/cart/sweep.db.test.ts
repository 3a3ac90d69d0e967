import { Cart } from '@lantern/db/models/cart';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../shared/dates.ts';
import { failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { sweepGuestCarts } from './sweep.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

/** Backdates rows. */
async function age(table: 'carts' | 'cart_items', where: string, days: number): Promise<void> {
  const replacements = { at: new Date(Date.now() - days * DAY_MS) };
  const sql = `UPDATE ${table} SET updatedAt = :at WHERE ${where}`;
  await t.database.transaction(() => t.database.sequelize.query(sql, { replacements }));
}

test('guest carts are deleted once their cookies have expired, and not earlier', async () => {
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp', stock: 9 })).variantIds;
  const [expired, changed, visited, user] = [t.browser(), t.browser(), t.browser(), await t.shopper()];
  for (const { api } of [expired, changed, visited, user]) await api.cart.add({ variantId, quantity: 1 });
  await age('cart_items', '1 = 1', 61);
  await age('carts', '1 = 1', 61);
  // One guest only reads, one changes a line.
  await visited.api.cart.get();
  await changed.api.cart.update({ variantId, quantity: 2 });
  await age('carts', `id = (SELECT cartId FROM cart_items WHERE quantity = 2)`, 61);
  await t.database.transaction(() =>
    Cart.bulkCreate(Array.from({ length: 230 }, (_, n) => ({ userId: null, tokenHash: `old-${n}` }))),
  );
  await age('carts', "tokenHash LIKE 'old-%'", 61);

  expect(await sweepGuestCarts(t.services)).toBe(231);
  expect((await expired.api.cart.get()).items).toEqual([]);
  for (const { api } of [changed, visited, user]) expect((await api.cart.get()).items).toHaveLength(1);
  expect(await sweepGuestCarts(t.services)).toBe(0);
  expect(await sweepGuestCarts(t.services, AbortSignal.abort())).toBe(0);
});

test('rows of merged guest carts are deleted after a day', async () => {
  const rows = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ userId: null, tokenHash: `${name}-${n}`, joinedUserId: 1 }));
  await t.database.transaction(() => Cart.bulkCreate([...rows('joined', 230), ...rows('fresh', 1)]));
  await age('carts', "tokenHash LIKE 'joined-%'", 2);
  const left = () => Cart.count({ where: { joinedUserId: 1 } });
  await sweepGuestCarts(t.services, AbortSignal.abort());
  expect(await left()).toBe(231);
  await sweepGuestCarts(t.services);
  expect(await left()).toBe(1);
});

test('new guest carts are rate-limited by address, and existing carts stay usable', async () => {
  await using limited = await startTestServices({ rateLimits: true });
  const [variantId = 0] = (await stockProduct(limited.services, { name: 'Lamp', stock: 9 })).variantIds;
  const [early, late] = [limited.browser(), limited.browser()];
  await early.api.cart.add({ variantId, quantity: 1 });
  for (let made = 1; made < 300; made++) await limited.services.requestLimits.take('guestCart', '127.0.0.1');
  const refusal = { code: 'TOO_MANY_REQUESTS', cause: { reason: 'too_many_requests' } };
  expect(await failureOf(late.api.cart.add({ variantId, quantity: 1 }))).toMatchObject(refusal);
  expect(await failureOf(late.api.cart.remove({ variantId }))).toMatchObject(refusal);
  expect((await late.api.cart.get()).items).toEqual([]);
  expect(await Cart.count({ where: { userId: null } })).toBe(1);
  expect((await early.api.cart.add({ variantId, quantity: 1 })).items).toMatchObject([{ quantity: 2 }]);
});
