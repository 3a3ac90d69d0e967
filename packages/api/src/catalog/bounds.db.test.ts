import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupBy } from '../shared/group-by.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { MAX_LOOKUPS } from './words/lookups.ts';

/* Searching a large catalogue: results are complete, and the cost of a query is bounded. */

/**
 * From 3000 on, the seed repeats its words, so that more products need no more lookups. With 6000, the larger categories
 * would have more than are counted exactly.
 */
const SIZE = soak(3000, 5000);

let t: TestServices;
let api: ReturnType<TestServices['browser']>['api'];
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, SIZE, () => undefined);
  await t.database.transaction(() => Product.update({ description: 'Kitchenalia.' }, { where: {} }));
  await t.services.search.load();
  api = t.browser().api;
});
afterAll(() => t[Symbol.asyncDispose]());

const sorts = ['newest', 'price_asc', 'price_desc', 'name'] as const;

/** The prices and availability of every product. */
async function offers() {
  const variants = await Variant.findAll({ attributes: ['productId', 'priceCents', 'stock'], raw: true });
  return [...groupBy(variants, ({ productId }) => productId)].map(([id, own]) => {
    const inStock = own.filter(({ stock }) => stock > 0);
    const prices = (inStock.length > 0 ? inStock : own).map(({ priceCents }) => priceCents);
    return { id, prices, cheapest: Math.min(...prices), inStock: inStock.length > 0 };
  });
}

async function everything(query: Parameters<typeof api.catalog.search>[0]): Promise<{ ids: number[]; total: number }> {
  const ids: number[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof api.catalog.search>> = await api.catalog.search({ ...query, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (!cursor) return { ids, total: page.total };
  }
}

test('all hits of a search are found, sorted and filtered, and counted up to a bound', async () => {
  const q = 'kitchenalia';
  const all = await offers();
  for (const sort of [undefined, ...sorts]) {
    expect(await api.catalog.search({ q, sort })).toMatchObject({ total: 1000, totalIsExact: false });
  }
  expect(new Set((await everything({ q, limit: 100 })).ids).size).toBe(SIZE);
  const inStock = all.filter((offer) => offer.inStock);
  expect((await everything({ q, inStock: true, limit: 100 })).ids).toHaveLength(inStock.length);
  const cheapest = inStock.sort((a, b) => a.cheapest - b.cheapest || a.id - b.id).slice(0, 50);
  const { items } = await api.catalog.search({ q, inStock: true, sort: 'price_asc', limit: 50 });
  expect(items.map(({ id }) => id)).toEqual(cheapest.map(({ id }) => id));
  const matching = all.filter(({ prices }) => prices.some((price) => price >= 4000 && price <= 9000));
  const between = { q, minPriceCents: 4000, maxPriceCents: 9000, limit: 100 };
  expect((await everything(between)).ids).toHaveLength(matching.length);
  const kitchen = await api.catalog.list({ category: 'kitchen', limit: 1 });
  const inKitchen = await api.catalog.search({ q, category: 'kitchen' });
  expect(inKitchen).toMatchObject({ total: kitchen.total, totalIsExact: true });
});

test.each(sorts)('search pages sorted by %s have no gaps or repeats', async (sort) => {
  const { ids, total } = await everything({ q: 'kitchenalia', category: 'audio', sort, limit: 100 });
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
  const cheapestOf = new Map((await offers()).map(({ id, cheapest }) => [id, cheapest]));
  const prices = ids.map((id) => cheapestOf.get(id) ?? 0);
  if (sort === 'price_asc') expect(prices).toEqual([...prices].sort((a, b) => a - b));
  if (sort === 'price_desc') expect(prices).toEqual([...prices].sort((a, b) => b - a));
});

test('a product leaves the in-stock filter when it sells out, and returns when restocked', async () => {
  const query = { q: 'kitchenalia', category: 'audio', inStock: true };
  const before = await api.catalog.search({ ...query, sort: 'price_asc' });
  const productId = before.items[0]?.id ?? 0;
  const stockOf = (stock: number) => t.database.transaction(() => Variant.update({ stock }, { where: { productId } }));
  await stockOf(0);
  const after = await api.catalog.search({ ...query, sort: 'price_asc' });
  expect(after.total).toBe(before.total - 1);
  expect(after.items.map(({ id }) => id)).not.toContain(productId);
  await stockOf(5);
  expect((await api.catalog.search(query)).total).toBe(before.total);
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
const doubled = [...letters].map((letter) => letter + letter).join(' ');

test.each([
  ['26 words of two letters', doubled],
  ['26 unknown words', [...letters].map((letter) => `q${letter}zx${letter}q`).join(' ')],
  ['one word of 250 letters', 'x'.repeat(250)],
  [
    'ten long words',
    Array.from({ length: 10 }, (_, n) => `${letters.slice(n, n + 16)}${letters.slice(0, 7)}`).join(' '),
  ],
  ['single letters', [...letters].join(' ')],
  ['many known words joined into one', 'headphonesteapotmugcupsaucerlampkitchenchair'],
  ['26 hyphenated letters', 'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z'],
  ['250 Chinese characters', '水'.repeat(250)],
])('a query of %s takes a bounded number of lookups', async (_, q) => {
  const { lookups } = await t.services.search.find({ q, typing: true, limit: 24, count: 'categories' });
  // The word being processed when the budget runs out may exceed it.
  expect(lookups).toBeLessThan(MAX_LOOKUPS * 1.1);
  await api.catalog.search({ q });
});

test('searches of one batch let other work run in between', async () => {
  let turns = 0;
  let open = true;
  const count = () => {
    turns++;
    if (open) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(Array.from({ length: 20 }, () => t.services.search.find({ q: doubled, limit: 24 })));
  open = false;
  expect(turns).toBeGreaterThanOrEqual(20);
});
