import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_PRICE_CENTS } from '../../../catalog/limits.ts';
import { changedPrice, isPossible } from './price-change.ts';

test.each([
  [1000, 10, 1100],
  [999, 10, 1099],
  [995, 10, 1095],
  [1005, -50, 503],
  [1, -49, 1],
  [1, -51, 0],
  [4200, 0, 4200],
  [4200, -100, 0],
  [12_345, 7.25, 13_240],
  [100_000_000, 1000, 1_100_000_000],
])('%i cents changed by %f %% are %i cents', (before, percent, after) => {
  expect(changedPrice(before, { kind: 'price', percent })).toBe(after);
});

test('a changed price is a whole number of cents, never negative, and rounded to the nearest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: -10_000, max: 100_000 }), (price, bp) => {
      const after = changedPrice(price, { kind: 'price', percent: bp / 100 });
      expect(Number.isSafeInteger(after)).toBe(true);
      expect(after).toBeGreaterThanOrEqual(0);
      const exact = BigInt(price) * BigInt(10_000 + bp);
      const error = BigInt(after) * 10_000n - exact;
      expect(error <= 5_000n && error >= -5_000n).toBe(true);
    }),
  );
});

const price = fc.integer({ min: 0, max: MAX_PRICE_CENTS });

test('a price changed by an amount and back is as before, and set to another is that one', () => {
  fc.assert(
    fc.property(price, fc.integer({ min: -MAX_PRICE_CENTS, max: MAX_PRICE_CENTS }), price, (before, byCents, other) => {
      const after = changedPrice(before, { kind: 'price_by', byCents });
      expect(changedPrice(after, { kind: 'price_by', byCents: -byCents })).toBe(before);
      expect(isPossible(after)).toBe(after >= 0 && after <= MAX_PRICE_CENTS);
      expect(changedPrice(before, { kind: 'price_set', priceCents: other })).toBe(other);
    }),
  );
});
