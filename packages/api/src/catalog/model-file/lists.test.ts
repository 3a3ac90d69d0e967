import { expect, test } from 'vitest';
import { priceRange } from './lists.ts';

const valuesOf = (...given: Parameters<typeof priceRange>) => priceRange(...given).values;

test('a list by price is read from the last price on, however many products come before it', () => {
  const filters = { categoryId: 3, minPriceCents: 200, maxPriceCents: 900 };
  const after = { key: 500, id: 7 };
  // The last value decides which of a product's prices is listed, on every page.
  expect(valuesOf({ ...filters, sort: 'price_asc' }, after)).toEqual([3, 500, 900, 200]);
  expect(valuesOf({ ...filters, sort: 'price_desc' }, after)).toEqual([3, 200, 500, 200]);
  expect(valuesOf({ ...filters, sort: 'price_asc' }, { key: 100, id: 7 })).toEqual([3, 200, 900, 200]);
  expect(valuesOf({ ...filters, sort: 'price_desc' }, { key: 1000, id: 7 })).toEqual([3, 200, 900, 200]);
});

test('a list in another order is not bounded by its last key', () => {
  const filters = { categoryId: 3, minPriceCents: 200, maxPriceCents: 900 };
  expect(valuesOf({ ...filters, sort: 'newest' }, { key: 500, id: 7 })).toEqual([3, 200, 900, 200]);
  expect(valuesOf(filters)).toEqual([3, 200, 900, 200]);
});
