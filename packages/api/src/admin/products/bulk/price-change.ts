/** A price raised by `percent` (lowered if negative), rounded to whole cents; `percent` has up to two decimals. */
export function changedPrice(priceCents: number, percent: number): number {
  // In hundredths of a percent all values are integers, so that half a cent is exact and rounds up.
  const hundredths = 10_000 + Math.round(percent * 100);
  return Math.max(0, Math.round((priceCents * hundredths) / 10_000));
}
