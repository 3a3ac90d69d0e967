import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { OrderItem } from '@lantern/db/models/order-item';
import { expect, test } from 'vitest';
import { activityHead } from '../../../activity/service.ts';
import { reserveStock } from '../../../stock/stock.ts';
import { type AdminApi, startAdminServices } from '../../../testing/admin-services.ts';
import { address, failureOf } from '../../../testing/test-services.ts';

type NewVariant = Parameters<AdminApi['admin']['products']['create']>[0]['variants'][number];

const { t, api } = await startAdminServices();
const { products } = api.admin;

const make = (...variants: (Partial<NewVariant> & { sku: string })[]) =>
  products.create({
    name: 'Mug',
    description: '',
    status: 'active',
    categorySlugs: [],
    variants: variants.map((variant, n) => ({ options: { No: `${n}` }, priceCents: 1000, stock: 10, ...variant })),
  });

/** Takes items out of stock like a sale, without a checkout. */
const sell = (variantId: number, quantity: number) =>
  t.database.transaction(() => reserveStock([{ variantId, name: 'Mug', quantity, available: quantity }]));

test('a SKU of another product is refused with a field error', async () => {
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

test('variants of one product can exchange their SKUs', async () => {
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
  // A SKU is free again as soon as its variant is removed.
  const [first] = after.variants;
  if (!first) throw new Error('Three variants expected.');
  const renamed = await products.update({ id, version: 2, variants: [{ ...first, sku: 'S-C' }] });
  expect(renamed.variants).toEqual([{ ...first, sku: 'S-C' }]);
});

test('a variant without an id is matched by SKU, and another product’s id is refused', async () => {
  const { id, variants } = await make({ sku: 'BY-SKU' });
  const values = { sku: 'BY-SKU', options: {}, priceCents: 1, stock: 2 };
  expect((await products.update({ id, version: 1, variants: [values] })).variants).toMatchObject([
    { id: variants[0]?.id, ...values },
  ]);
  const other = await make({ sku: 'OTHER' });
  expect(await failureOf(products.update({ id: other.id, version: 1, variants }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { 'variants.0.id': [expect.any(String)] } },
  });
});

test('a sale during an edit is kept in the stock', async () => {
  const { id, variants } = await make({ sku: 'SOLD' });
  const [shown] = variants;
  if (!shown) throw new Error('One variant expected.');
  await sell(shown.id, 3);
  const restocked = await products.update({ id, version: 1, variants: [{ ...shown, stock: 15, stockBefore: 10 }] });
  expect(restocked.variants[0]?.stock).toBe(12);
  await sell(shown.id, 2);
  const priceOnly = { ...shown, priceCents: 900, stock: 12, stockBefore: 12 };
  const cheaper = await products.update({ id, version: restocked.version, variants: [priceOnly] });
  expect(cheaper.variants[0]?.stock).toBe(10);
  await sell(shown.id, 9);
  const emptied = { ...shown, stock: 5, stockBefore: 10 };
  expect(await failureOf(products.update({ id, version: cheaper.version, variants: [emptied] }))).toMatchObject({
    code: 'CONFLICT',
    cause: {
      reason: 'out_of_stock',
      fieldErrors: { 'variants.0.stock': ['Only 1 are left.'] },
      details: { variantId: shown.id, available: 1 },
    },
  });
  const full = { ...shown, stock: 1_000_000, stockBefore: 0 };
  expect(await failureOf(products.update({ id, version: cheaper.version, variants: [full] }))).toMatchObject({
    code: 'BAD_REQUEST',
  });
  const { version } = await products.byId({ id });
  expect((await products.update({ id, version, variants: [{ ...shown, stock: 7 }] })).variants[0]?.stock).toBe(7);
});

test('a stock read before a sale is never written back', async () => {
  const { id, variants, version } = await make({ sku: 'LAST', stock: 1 }, { sku: 'OTHER-LAST', stock: 1 });
  const [last, other] = variants;
  if (!last || !other) throw new Error('Two variants expected.');
  await sell(last.id, 1);
  const asRead = [last, other].map((variant) => ({ ...variant, priceCents: 900 }));
  const bySku = asRead.map(({ id: _, ...variant }) => variant);
  for (const sent of [asRead, bySku]) {
    expect(await failureOf(products.update({ id, version, variants: sent }))).toMatchObject({
      code: 'CONFLICT',
      cause: { reason: 'stock_changed', details: { variantId: last.id, stock: 0 } },
    });
  }
  // An edit that leaves the stock alone is accepted, and so is a stock set after the sale.
  const named = await products.update({ id, version, name: 'Cup' });
  const counted = [{ ...last, stock: 5 }, other];
  expect(await failureOf(products.update({ id, version, variants: counted }))).toMatchObject({
    cause: { reason: 'version_conflict' },
  });
  expect((await products.update({ id, version: named.version, variants: counted })).variants).toMatchObject([
    { stock: 5 },
    { stock: 1 },
  ]);
  const { items } = await products.list({ q: 'OTHER-LAST' });
  expect(items[0]?.version).toBe((await products.byId({ id })).version);
});

test('concurrent sales and restocking lose no item and never deadlock', async () => {
  const { id, variants } = await make({ sku: 'RUSH-A', stock: 100 }, { sku: 'RUSH-B', stock: 100 });
  const [a, b] = variants;
  if (!a || !b) throw new Error('Two variants expected.');
  const lines = [a, b].map((variant) => ({ variantId: variant.id, name: 'Mug', quantity: 1, available: 1 }));
  await Promise.all([
    ...Array.from({ length: 20 }, () => t.database.transaction(() => reserveStock(lines))),
    ...Array.from({ length: 5 }, async () => {
      for (;;) {
        const { version } = await products.byId({ id });
        // In reverse, so that locking in list order would deadlock with the sales.
        const more = [b, a].map((variant) => ({ ...variant, stock: 110, stockBefore: 100 }));
        const saved = await products.update({ id, version, variants: more }).catch(() => null);
        if (saved) return;
      }
    }),
  ]);
  const after = await products.byId({ id });
  expect(after.variants.map(({ stock }) => stock)).toEqual([130, 130]);
  // Five edits, and twenty sales of two.
  expect(after.version).toBe(1 + 5 + 40);
});

/** Buys a variant as a shopper, through the checkout. */
async function order(variantId: number, quantity: number) {
  const { api: shopper } = await t.shopper();
  const cart = await shopper.cart.add({ variantId, quantity });
  const placed = await shopper.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: cart.totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  return { shopper, number: placed.order.number };
}

test('a variant that is removed and restored keeps its stock, carts, orders and sales', async () => {
  const { id, slug, variants } = await make({ sku: 'KEPT' }, { sku: 'GONE' });
  const [kept, removed] = variants;
  if (!kept || !removed) throw new Error('Two variants expected.');
  const { shopper, number } = await order(removed.id, 3);
  await shopper.cart.add({ variantId: removed.id, quantity: 1 });
  const { version } = await products.byId({ id });
  const without = await products.update({ id, version, variants: [kept] });
  expect(without.variants).toEqual([kept]);
  const { seq } = await activityHead();
  expect((await api.catalog.bySlug({ slug })).variants).toEqual([kept]);
  expect((await shopper.cart.get()).items).toMatchObject([{ variantId: removed.id, sku: 'GONE', available: 0 }]);
  expect(await failureOf(shopper.cart.update({ variantId: removed.id, quantity: 2 }))).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await failureOf((await t.shopper()).api.cart.add({ variantId: removed.id, quantity: 1 }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  const { bestSellers } = await api.admin.dashboard({});
  expect(bestSellers).toContainEqual(expect.objectContaining({ productId: id, quantity: 3 }));
  // Items restocked while it was removed are in stock after it is restored.
  await shopper.orders.cancel({ number });
  await api.admin.activity.undo({ seq });
  expect((await products.byId({ id })).variants).toEqual([kept, removed]);
  expect((await shopper.cart.get()).items).toMatchObject([{ variantId: removed.id, available: 10 }]);
  expect(await OrderItem.findOne({ where: { sku: 'GONE' }, raw: true })).toMatchObject({ variantId: removed.id });
});

test('a removed variant is also restored by entering its SKU again, and restocked after an undo', async () => {
  const { id, variants } = await make({ sku: 'STAYS' }, { sku: 'AGAIN' });
  const [stays, again] = variants;
  if (!stays || !again) throw new Error('Two variants expected.');
  const { shopper, number } = await order(again.id, 3);
  let { version } = await products.byId({ id });
  await products.update({ id, version, variants: [stays] });
  await api.admin.activity.undo({ seq: (await activityHead()).seq });
  await shopper.orders.cancel({ number });
  expect((await products.byId({ id })).variants).toEqual([stays, again]);
  ({ version } = await products.byId({ id }));
  ({ version } = await products.update({ id, version, variants: [stays] }));
  const entered = { sku: 'AGAIN', options: { No: 'new' }, priceCents: 5, stock: 4 };
  const { variants: back } = await products.update({ id, version, variants: [stays, entered] });
  expect(back).toMatchObject([stays, { id: again.id, ...entered }]);
});

test('undoing a removal is refused if another product has taken the SKU', async () => {
  const { id, version, variants } = await make({ sku: 'BASE' }, { sku: 'PASSED-ON' });
  await products.update({ id, version, variants: variants.slice(0, 1) });
  const { seq } = await activityHead();
  const other = await make({ sku: 'PASSED-ON' });
  expect(await failureOf(api.admin.activity.undo({ seq }))).toMatchObject({ cause: { reason: 'sku_taken' } });
  expect((await products.byId({ id: other.id })).variants).toEqual(other.variants);
});

test('a variant renamed without its id is matched by its options and stays in carts', async () => {
  const { id, version, variants } = await make({ sku: 'OLD-1' }, { sku: 'OLD-2' });
  const { api: shopper } = await t.shopper();
  await shopper.cart.add({ variantId: variants[1]?.id ?? 0, quantity: 2 });
  const renamed = variants.map(({ id: _, ...variant }, n) => ({ ...variant, sku: `NEW-${n + 1}` }));
  const after = await products.update({ id, version, variants: renamed });
  expect(after.variants.map((variant) => variant.id)).toEqual(variants.map((variant) => variant.id));
  expect((await shopper.cart.get()).items).toMatchObject([{ sku: 'NEW-2', quantity: 2, available: 10 }]);
});

test('the picture of a variant is in carts and orders, and goes and comes back with the image', async () => {
  const [front, red, blue] = ['front', 'red', 'blue'].map((name) => ({ url: `/media/${name}.webp`, alt: name }));
  if (!front || !red || !blue) throw new Error('Three images expected.');
  const { id, variants } = await make({ sku: 'P-RED', imageUrl: red.url }, { sku: 'P-BLUE' });
  const images = [front, red];
  // An image that the product does not have is none.
  expect(variants).toMatchObject([{ imageUrl: null }, { imageUrl: null }]);
  const pictured = variants.map((variant, n) => ({ ...variant, imageUrl: n === 0 ? red.url : null }));
  const saved = await products.update({ id, version: 1, images, variants: pictured });
  expect(saved.variants).toEqual(pictured);
  const { api: shopper } = await t.shopper();
  for (const { id: variantId } of variants) await shopper.cart.add({ variantId, quantity: 1 });
  const shown = [{ imageUrl: red.url }, { imageUrl: front.url }];
  expect((await shopper.cart.get()).items).toMatchObject(shown);
  const { order: placed } = await shopper.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 2490,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  const { version } = await products.byId({ id });
  const without = await products.update({ id, version, images: [front, blue] });
  expect(without.variants).toMatchObject([{ imageUrl: null }, { imageUrl: null }]);
  const { seq } = await activityHead();
  const entry = await ActivityEntry.findByPk(seq, { raw: true });
  expect(entry?.changes).toContainEqual({ field: 'variants.P-RED.imageUrl', before: red.url, after: null });
  // The order shows what was bought.
  expect((await shopper.orders.byNumber({ number: placed.number })).items).toMatchObject(shown);
  await api.admin.activity.undo({ seq });
  const { images: imagesAgain, variants: again } = await products.byId({ id });
  expect([imagesAgain, again]).toMatchObject([images, [{ imageUrl: red.url }, { imageUrl: null }]]);
});
