import { parseScaled } from './amount.ts';

/*
 * Amounts of euros, read and written. They are integer cents everywhere, and digits in between: never a float.
 */

const UNIT = /^(?:€|EUR)\s*|\s*(?:€|EUR|euros?)$/giu;

/**
 * Reads an amount of euros as integer cents: "12.5", "12,50", "€ 1,234.50", "1.234,50 €" and "1 000" are read, "1.000"
 * as a thousand. Null for anything else, and for fractions of a cent.
 */
export function parseCents(text: string): number | null {
  return parseScaled(text.trim().replace(UNIT, ''), 2);
}

/** Integer cents as a sentence has them: 129000 → "€1,290.00". */
export function formatCents(cents: number): string {
  const [whole = '', fraction = ''] = centsText(Math.abs(cents)).split('.');
  return `${cents < 0 ? '-' : ''}€${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
}

/** Integer cents, not negative, as in a field: 123450 → "1234.50". */
export function centsText(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same without zero cents: 100000 → "1000", as in a filter and a URL. */
export function shortCentsText(cents: number): string {
  return centsText(cents).replace(/\.00$/, '');
}
