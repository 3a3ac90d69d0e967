import { expect, test } from 'vitest';
import { priceChangeOf } from './price-change.ts';

test.each([
  ['1.50', 150],
  ['+1,50 €', 150],
  ['−1.50', -150],
  ['- € 2', -200],
  ['-0', 0],
  ['cheap', Number.NaN],
  ['', Number.NaN],
])('%o changes prices by %d cents', (typed, byCents) => {
  expect(priceChangeOf('price_by', typed)).toEqual({ kind: 'price_by', byCents });
});

test('a price is set without a sign, and a percentage has two decimals', () => {
  expect(priceChangeOf('price_set', '12,90')).toEqual({ kind: 'price_set', priceCents: 1290 });
  expect(priceChangeOf('price_set', '-1')).toEqual({ kind: 'price_set', priceCents: Number.NaN });
  expect(priceChangeOf('price', '-12,5 %')).toEqual({ kind: 'price', percent: -12.5 });
});
