/** How much more or less, in whole per cent; null where there was nothing to compare with. */
export function changePercent(before: number, now: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 100);
}
