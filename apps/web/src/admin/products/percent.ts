/** "-12,5 %" → -12.5; null where it is no number of at most two decimals. */
export function parsePercent(text: string): number | null {
  const number = text.replace(/[%\s]/g, '').replace('−', '-').replace(',', '.');
  return /^[+-]?\d{1,4}(\.\d{1,2})?$/.test(number) ? Number(number) : null;
}
