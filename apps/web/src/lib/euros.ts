/** "1234,5", "1,234.50" or "1.234,50": the whole euros, in threes or not, and perhaps one or two digits of cents. */
const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+(?!,)|\d{1,3}(?:\.\d{3})+(?=,))(?:[.,](\d{1,2}))?$/;

/**
 * What somebody typed as an amount of euros, in integer cents: "12.5", "12,50" and "€ 1,234.50" are read.
 * Null where it is no amount, or one of fractions of a cent. It never becomes a float on the way.
 */
export function parseEuros(text: string): number | null {
  const [, whole, fraction = ''] = AMOUNT.exec(text.replace(/[€\s]/g, '')) ?? [];
  if (whole === undefined) return null;
  const cents = Number(whole.replace(/\D/g, '') + fraction.padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : null;
}

/** Integer cents as they stand in a field: 123450 → "1234.50". */
export function eurosText(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
