/** A price that is `percent` higher (or lower, where negative), to the whole cent; percent counts to two decimals. */
export function changedPrice(priceCents: number, percent: number): number {
  // In hundredths of a per cent all of it is whole numbers, so that half a cent is exactly half a cent.
  const hundredths = 10_000 + Math.round(percent * 100);
  return Math.max(0, Math.round((priceCents * hundredths) / 10_000));
}
