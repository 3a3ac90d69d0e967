import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { CartItem } from '@lantern/db/models/cart-item';
import { OrderItem } from '@lantern/db/models/order-item';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reserveStock } from '../../orders/stock.ts';
import { address, failureOf, openTestShop, type TestShop } from '../../testing/test-shop.ts';

type Api = Awaited<ReturnType<TestShop['admin']>>['api'];
type NewVariant = Parameters<Api['admin']['products']['create']>[0]['variants'][number];

let t: TestShop;
let api: Api;
let products: Api['admin']['products'];
beforeAll(async () => {
  t = await openTestShop();
  ({ api } = await t.admin());
  ({ products } = api.admin);
});
afterAll(() => t[Symbol.asyncDispose]());

const make = (...variants: (Partial<NewVariant> & { sku: string })[]) =>
  products.create({
    name: 'Mug',
    description: '',
    status: 'active',
    categorySlugs: [],
    variants: variants.map((variant, n) => ({ options: { No: `${n}` }, priceCents: 1000, stock: 10, ...variant })),
  });

/** Buys at the till, without the ceremony around it. */
const sell = (variantId: number, quantity: number) =>
  t.database.transaction(() => reserveStock([{ variantId, name: 'Mug', quantity, available: quantity }]));

test('SKUs are unique over all products, and the field that is taken is named', async () => {
  await make({ sku: 'TAKEN' });
  const taken = (index: number) => ({
    code: 'CONFLICT',
    cause: { reason: 'sku_taken', fieldErrors: { [`variants.${index}.sku`]: ['Another product has this SKU.'] } },
  });
  expect(await failureOf(make({ sku: 'FREE' }, { sku: 'TAKEN' }))).toMatchObject(taken(1));
  const { id, variants } = await make({ sku: 'FREE' });
  const changed = variants.map((variant) => ({ ...variant, sku: 'TAKEN' }));
  expect(await failureOf(products.update({ id, version: 1, variants: changed }))).toMatchObject(taken(0));
  expect(await products.byId({ id })).toMatchObject({ version: 1, variants: [{ sku: 'FREE' }] });
});

test('variants of one product may swap their SKUs and hand them round', async () => {
  const { id, variants } = await make({ sku: 'S-A' }, { sku: 'S-B' }, { sku: 'S-C' });
  const round = variants.map((variant, n) => ({ ...variant, sku: ['S-B', 'S-C', 'S-A'][n] ?? '' }));
  const after = await products.update({ id, version: 1, variants: round });
  expect(after.variants).toEqual(round);
  const [, entry] = await ActivityEntry.findAll({ where: { entityId: String(id) }, order: ['seq'], raw: true });
  expect(entry?.changes).toEqual([
    { field: 'variants.S-A.sku', before: 'S-A', after: 'S-B' },
    { field: 'variants.S-B.sku', before: 'S-B', after: 'S-C' },
    { field: 'variants.S-C.sku', before: 'S-C', after: 'S-A' },
  ]);
  // A SKU is free again as soon as its variant is deleted.
  const [first] = after.variants;
  if (!first) throw new Error('There are three.');
  const one = await products.update({ id, version: 2, variants: [{ ...first, sku: 'S-C' }] });
  expect(one.variants).toEqual([{ ...first, sku: 'S-C' }]);
});

test('without an id a variant is found by its SKU; another product’s id is refused', async () => {
  const { id, variants } = await make({ sku: 'BY-SKU' });
  const values = { sku: 'BY-SKU', options: {}, priceCents: 1, stock: 2 };
  expect((await products.update({ id, version: 1, variants: [values] })).variants).toEqual([
    { id: variants[0]?.id, ...values },
  ]);
  const other = await make({ sku: 'OTHER' });
  expect(await failureOf(products.update({ id: other.id, version: 1, variants }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { 'variants.0.id': [expect.any(String)] } },
  });
});

test('a sale during an edit stays sold', async () => {
  const { id, variants } = await make({ sku: 'SOLD' });
  const [shown] = variants;
  if (!shown) throw new Error('There is one.');
  await sell(shown.id, 3);
  const restocked = { ...shown, stock: 15, stockBefore: 10 };
  expect((await products.update({ id, version: 1, variants: [restocked] })).variants[0]?.stock).toBe(12);
  await sell(shown.id, 2);
  const untouched = { ...shown, priceCents: 900, stock: 12, stockBefore: 12 };
  expect((await products.update({ id, version: 2, variants: [untouched] })).variants[0]?.stock).toBe(10);
  await sell(shown.id, 9);
  const emptied = { ...shown, stock: 5, stockBefore: 10 };
  expect(await failureOf(products.update({ id, version: 3, variants: [emptied] }))).toMatchObject({
    code: 'CONFLICT',
    cause: {
      reason: 'out_of_stock',
      fieldErrors: { 'variants.0.stock': ['Only 1 are left.'] },
      details: { variantId: shown.id, available: 1 },
    },
  });
  expect((await products.update({ id, version: 3, variants: [{ ...shown, stock: 7 }] })).variants[0]?.stock).toBe(7);
});

test('sales and restocking at once lose no piece and never lock each other out', async () => {
  const { id, variants } = await make({ sku: 'RUSH-A', stock: 100 }, { sku: 'RUSH-B', stock: 100 });
  const [a, b] = variants;
  if (!a || !b) throw new Error('There are two.');
  const lines = [a, b].map((variant) => ({ variantId: variant.id, name: 'Mug', quantity: 1, available: 1 }));
  await Promise.all([
    ...Array.from({ length: 20 }, () => t.database.transaction(() => reserveStock(lines))),
    ...Array.from({ length: 5 }, async () => {
      for (;;) {
        const { version } = await products.byId({ id });
        // The other way round, so that locks taken in the list's order would meet the sales' in a ring.
        const more = [b, a].map((variant) => ({ ...variant, stock: 110, stockBefore: 100 }));
        const saved = await products.update({ id, version, variants: more }).catch(() => null);
        if (saved) return;
      }
    }),
  ]);
  const after = await products.byId({ id });
  expect(after.variants.map(({ stock }) => stock)).toEqual([130, 130]);
  expect(after.version).toBe(6);
});

test('a deleted variant leaves the carts, and stays in the orders', async () => {
  const { id, variants } = await make({ sku: 'KEPT' }, { sku: 'GONE' });
  const [kept, gone] = variants;
  if (!kept || !gone) throw new Error('There are two.');
  const { api: shopper } = await t.shopper();
  const cart = await shopper.cart.add({ variantId: gone.id, quantity: 1 });
  const placed = await shopper.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: cart.totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  await shopper.cart.add({ variantId: gone.id, quantity: 1 });
  await shopper.cart.add({ variantId: kept.id, quantity: 1 });
  await products.update({ id, version: 1, variants: [kept] });
  expect((await shopper.cart.get()).items.map(({ variantId }) => variantId)).toEqual([kept.id]);
  expect(await CartItem.count({ where: { variantId: gone.id } })).toBe(0);
  const order = await shopper.orders.byNumber({ number: placed.order.number });
  expect(order.items).toMatchObject([{ name: 'Mug', options: { No: '1' } }]);
  expect(await OrderItem.findOne({ where: { sku: 'GONE' }, raw: true })).toMatchObject({ variantId: null });
});
