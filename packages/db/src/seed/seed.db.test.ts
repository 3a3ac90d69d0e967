import { afterAll, beforeAll, expect, test } from 'vitest';
import { Category } from '../models/category.ts';
import { Product } from '../models/product.ts';
import { lowestPrice, Variant } from '../models/variant.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Seed, seedCatalogue } from './seed.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

const run = (seed: Seed, onProgress: (written: number, total: number) => void = () => undefined) =>
  seedCatalogue(t.database, seed, onProgress);

test('the seed "none" writes nothing', async () => {
  expect(await run('none')).toBe(0);
  expect(await Product.count()).toBe(0);
});

test('an interrupted seed writes nothing', async () => {
  const interrupted = run(1200, (written) => {
    if (written >= 500) throw new Error('Interrupted.');
  });
  await expect(interrupted).rejects.toThrow();
  expect([await Product.count(), await Category.count()]).toEqual([0, 0]);
});

test('an empty catalogue is seeded with progress reports, and any other is left alone', async () => {
  const progress: string[] = [];
  expect(await run(1200, (written, total) => progress.push(`${written} of ${total}`))).toBe(1200);
  expect(progress).toEqual(['500 of 1200', '1000 of 1200', '1200 of 1200']);
  expect(await Product.count({ where: { status: 'active' } })).toBe(1200);
  // The price of each product is the lowest price of its variants.
  const variants = await Variant.findAll({ raw: true });
  const lowest = new Map<number, number>();
  for (const { productId } of variants) {
    lowest.set(productId, lowestPrice(variants.filter((variant) => variant.productId === productId)));
  }
  const products = await Product.findAll({ attributes: ['id', 'priceCents'], raw: true });
  expect(products.every(({ id, priceCents }) => lowest.get(id) === priceCents)).toBe(true);
  expect(await run(1200)).toBe(0);
  expect(await run('demo')).toBe(0);
});
