import { MAX_PRICE_CENTS } from '../../../catalog/limits.ts';
import type { PriceChange } from '../schema.ts';

/**
 * A price after the change, in whole cents: of a percentage, rounded to the nearest, and half a cent up.
 * It may be one that no product can have: see `isPossible`.
 */
export function changedPrice(priceCents: number, change: PriceChange): number {
  if (change.kind === 'price_set') return change.priceCents;
  if (change.kind === 'price_by') return priceCents + change.byCents;
  // In hundredths of a percent all values are integers, so that half a cent is exact.
  const hundredths = 10_000 + Math.round(change.percent * 100);
  return Math.round((priceCents * hundredths) / 10_000);
}

export function isPossible(priceCents: number): boolean {
  return priceCents >= 0 && priceCents <= MAX_PRICE_CENTS;
}
