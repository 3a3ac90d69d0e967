import { afterAll, beforeAll, expect, test } from 'vitest';
import { Category } from '../models/category.ts';
import { Product } from '../models/product.ts';
import { lowestPrice, Variant } from '../models/variant.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { seedCatalogue } from './seed.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const seed = (what: 'demo' | 'none' | number, onProgress: (written: number, total: number) => void = () => undefined) =>
  seedCatalogue(t.database, what, onProgress);

test('a shop that is to stay empty stays empty', async () => {
  expect(await seed('none')).toBe(0);
  expect(await Product.count()).toBe(0);
});

test('an interrupted filling leaves nothing', async () => {
  const interrupted = seed(1200, (written) => {
    if (written >= 500) throw new Error('The lights went out.');
  });
  await expect(interrupted).rejects.toThrow();
  expect([await Product.count(), await Category.count()]).toEqual([0, 0]);
});

test('an empty shop is filled, with a word on how far it is, and a full one left alone', async () => {
  const told: string[] = [];
  expect(await seed(1200, (written, total) => told.push(`${written} of ${total}`))).toBe(1200);
  expect(told).toEqual(['500 of 1200', '1000 of 1200', '1200 of 1200']);
  expect(await Product.count({ where: { status: 'active' } })).toBe(1200);
  // Each product's price is the lowest of what is for sale of it.
  const variants = await Variant.findAll({ raw: true });
  const lowest = new Map<number, number>();
  for (const { productId } of variants) {
    lowest.set(productId, lowestPrice(variants.filter((variant) => variant.productId === productId)));
  }
  const products = await Product.findAll({ attributes: ['id', 'priceCents'], raw: true });
  expect(products.every(({ id, priceCents }) => lowest.get(id) === priceCents)).toBe(true);
  expect(await seed(1200)).toBe(0);
  expect(await seed('demo')).toBe(0);
});
