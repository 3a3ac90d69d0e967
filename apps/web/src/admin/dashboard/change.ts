/** The change in whole per cent; null if there was nothing before, and is something now. */
export function changePercent(before: number, now: number): number | null {
  if (now === before) return 0;
  return before === 0 ? null : Math.round(((now - before) / before) * 100);
}
