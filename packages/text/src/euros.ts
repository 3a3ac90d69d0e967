import { parseScaled } from './amount.ts';

/*
 * Parses and formats amounts of euros. They are integer cents everywhere and digits while parsing, never floats.
 */

/** The currency of all amounts, ISO 4217. */
export const CURRENCY = 'EUR';

const UNIT = /^(?:€|EUR)\s*|\s*(?:€|EUR|euros?)$/giu;

/**
 * Parses an amount of euros into integer cents. Accepts "12.5", "12,50", "€ 1,234.50", "1.234,50 €" and "1 000"; "1.000"
 * is a thousand. Null for anything else, and for fractions of a cent.
 */
export function parseCents(text: string): number | null {
  return parseScaled(text.trim().replace(UNIT, ''), 2);
}

/** Formats integer cents for display: 129000 → "€1,290.00". */
export function formatCents(cents: number): string {
  const [whole = '', fraction = ''] = centsText(Math.abs(cents)).split('.');
  return `${cents < 0 ? '-' : ''}€${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
}

/** Formats non-negative integer cents for an input field: 123450 → "1234.50". */
export function centsText(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Like `centsText`, but omits zero cents: 100000 → "1000". For filters and URLs. */
export function shortCentsText(cents: number): string {
  return centsText(cents).replace(/\.00$/, '');
}
