import { expect, test } from 'vitest';
import { queryPriceText } from './query-price.tsx';

test.each([
  [null, 1999, 'Under €20.00'],
  [null, 2000, 'Up to €20.00'],
  [2001, null, 'Over €20.00'],
  [2000, null, 'From €20.00'],
  [2000, 5000, '€20.00–€50.00'],
])('%s to %s is shown as %s', (minPriceCents, maxPriceCents, text) => {
  expect(queryPriceText({ minPriceCents, maxPriceCents })).toBe(text);
});
