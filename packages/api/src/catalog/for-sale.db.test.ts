import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { address, stockProduct } from '../testing/test-services.ts';
import type { CatalogFilters } from './schema.ts';

const { t, api } = await startAdminServices();

const sized = (...variants: [priceCents: number, stock: number][]) =>
  variants.map(([priceCents, stock], n) => ({ options: { Size: `${n}` }, priceCents, stock }));

/** The names of the products that match the filters. */
async function named(filters: CatalogFilters): Promise<string[]> {
  const { items, total } = await api.catalog.list({ sort: 'price_asc', ...filters });
  expect(total).toBe(items.length);
  return items.map(({ name }) => name);
}

async function twoPages(sort: 'price_asc' | 'price_desc'): Promise<string[]> {
  const filters = { minPriceCents: 4000, sort };
  const first = await api.catalog.list({ ...filters, limit: 2 });
  const second = await api.catalog.list({ ...filters, limit: 2, cursor: first.nextCursor });
  return [...first.items, ...second.items].map(({ name }) => name);
}

test('price, price filter and sort order use the variants for sale', async () => {
  await stockProduct(t.services, { name: 'Half', variants: sized([1000, 0], [5000, 5]) });
  await stockProduct(t.services, { name: 'Gone', variants: sized([1500, 0], [4500, 0]) });
  await stockProduct(t.services, { name: 'Full', variants: sized([2500, 1], [9000, 1]) });
  const { items } = await api.catalog.list({ sort: 'price_asc' });
  expect(items).toMatchObject([
    { name: 'Gone', priceCents: 1500, fromPrice: true, inStock: false },
    { name: 'Full', priceCents: 2500, fromPrice: true, inStock: true },
    { name: 'Half', priceCents: 5000, fromPrice: false, inStock: true },
  ]);
  expect(await named({ minPriceCents: 4000, maxPriceCents: 6000 })).toEqual(['Gone', 'Half']);
  expect(await named({ minPriceCents: 4000, maxPriceCents: 6000, inStock: true })).toEqual(['Half']);
  expect(await named({ maxPriceCents: 2000 })).toEqual(['Gone']);
  expect(await named({ maxPriceCents: 2000, inStock: true })).toEqual([]);
  expect(await named({ minPriceCents: 8000 })).toEqual(['Full']);
  // A card shows the price that matched the filter, and is sorted by it.
  const above40 = await api.catalog.list({ minPriceCents: 4000, sort: 'price_asc' });
  expect(above40.items.map(({ name, priceCents }) => [name, priceCents])).toEqual([
    ['Gone', 4500],
    ['Half', 5000],
    ['Full', 9000],
  ]);
  const pages = await Promise.all(['price_asc' as const, 'price_desc' as const].map((sort) => twoPages(sort)));
  expect(pages).toEqual([
    ['Gone', 'Half', 'Full'],
    ['Full', 'Half', 'Gone'],
  ]);
  // No variant has a price in this range, only below and above it.
  expect(await named({ minPriceCents: 3000, maxPriceCents: 4000 })).toEqual([]);
});

test('the listed price follows variants that sell out and are restocked', async () => {
  const { slug, variantIds } = await stockProduct(t.services, {
    name: 'Pair',
    category: 'pairs',
    variants: sized([1000, 2], [3000, 2]),
  });
  const { api: shopper } = await t.shopper();
  const price = async () => {
    const { items } = await api.catalog.list({ category: 'pairs' });
    return [items[0]?.priceCents, items[0]?.fromPrice];
  };
  const buy = async (variantId: number, quantity: number) => {
    const { totalCents } = await shopper.cart.add({ variantId, quantity });
    const { order } = await shopper.checkout.place({
      idempotencyKey: crypto.randomUUID(),
      expectedTotalCents: totalCents,
      shippingAddress: address,
      paymentMethod: 'sim_ok',
    });
    return order.number;
  };
  const [cheap = 0, expensive = 0] = variantIds;
  await buy(cheap, 1);
  expect(await price()).toEqual([1000, true]);
  const last = await buy(cheap, 1);
  expect(await price()).toEqual([3000, false]);
  // An admin's edit in between is taken into account.
  const { id } = await api.catalog.bySlug({ slug });
  const { version, variants } = await api.admin.products.byId({ id });
  await api.admin.products.update({
    id,
    version,
    variants: variants.map((variant) => (variant.id === expensive ? { ...variant, priceCents: 2000 } : variant)),
  });
  expect(await price()).toEqual([2000, false]);
  const both = await buy(expensive, 2);
  expect(await price()).toEqual([1000, true]);
  await shopper.orders.cancel({ number: both });
  expect(await price()).toEqual([2000, false]);
  await shopper.orders.cancel({ number: last });
  expect(await price()).toEqual([1000, true]);
});

test('concurrent sales of the last items and edits leave the right listed price', async () => {
  const { slug, variantIds } = await stockProduct(t.services, {
    name: 'Rush',
    category: 'rush',
    variants: sized([1000, 3], [2000, 3], [3000, 3]),
  });
  const { id } = await api.catalog.bySlug({ slug });
  await Promise.all([
    ...variantIds.slice(0, 2).flatMap((variantId) =>
      Array.from({ length: 3 }, async () => {
        const { api: shopper } = await t.shopper();
        const { totalCents } = await shopper.cart.add({ variantId, quantity: 1 });
        await shopper.checkout.place({
          idempotencyKey: crypto.randomUUID(),
          expectedTotalCents: totalCents,
          shippingAddress: address,
          paymentMethod: 'sim_ok',
        });
      }),
    ),
    ...['One', 'Two', 'Three'].map(async (tagline) => {
      const { version } = await api.admin.products.byId({ id });
      await api.admin.products.update({ id, version, tagline }).catch(() => undefined);
    }),
  ]);
  const { items } = await api.catalog.list({ category: 'rush' });
  expect(items).toMatchObject([{ priceCents: 3000, fromPrice: false, stock: 3 }]);
});
