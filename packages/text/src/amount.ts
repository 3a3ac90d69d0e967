const UNIT = /^(?:€|EUR)\s*|\s*(?:€|EUR|euros?)$/giu;
/** "50,-" is fifty. */
const NO_CENTS = /[.,][-–—]$/u;
/** Between groups of three: "1 000", "1'000". */
const GROUP_BLANKS = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;

/** Groups of three, each behind the same sign, and perhaps a fraction behind the other one. */
const GROUPED = /^([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+))(?:[.,](\d+))?$/;
const PLAIN = /^(\d+|(?=[.,]\d))(?:[.,](\d+))?$/;

interface Decimal {
  whole: string;
  fraction: string;
}

/**
 * A number as people type one, in digits and never as a float: "1,234.50", "1.234,50", "1 234,5". A single sign
 * begins the fraction unless three digits stand behind it: "1.000" is a thousand, "1.00" is one.
 */
function parseDecimal(text: string): Decimal | null {
  const typed = text
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .trim()
    .replace(NO_CENTS, '')
    .replace(GROUP_BLANKS, '');
  const [, grouped, cents = ''] = GROUPED.exec(typed) ?? [];
  if (grouped !== undefined) {
    const signs = new Set(typed.replace(/\d/g, ''));
    const sameSign = cents !== '' && signs.size === 1;
    return sameSign ? null : { whole: grouped.replace(/\D/g, ''), fraction: cents };
  }
  const [, whole, fraction = ''] = PLAIN.exec(typed) ?? [];
  return whole === undefined ? null : { whole, fraction };
}

/** The digits with the point moved `places` to the right; null for finer ones, and for more than a number holds. */
function scaled(decimal: Decimal | null, places: number): number | null {
  if (!decimal || decimal.fraction.length > places) return null;
  const value = Number(decimal.whole + decimal.fraction.padEnd(places, '0'));
  return Number.isSafeInteger(value) ? value : null;
}

/**
 * What somebody typed as an amount of euros, in integer cents: "12.5", "12,50", "€ 1,234.50", "1.234,50 €" and
 * "1 000" are read, "1.000" as a thousand. Null where it is no amount, or one of fractions of a cent.
 */
export function parseCents(text: string): number | null {
  return scaled(parseDecimal(text.trim().replace(UNIT, '')), 2);
}

/** A whole number of things: "1,000", "1.000" and "1 000" are a thousand. Null where it is none. */
export function parseCount(text: string): number | null {
  return scaled(parseDecimal(text), 0);
}

/** "-12,5 %" → -12.5; null where it is no number of at most two decimals. */
export function parsePercent(text: string): number | null {
  const [, sign, number = ''] = /^\s*([+\-−–])?\s*(.*?)\s*%?\s*$/su.exec(text) ?? [];
  const hundredths = scaled(parseDecimal(number), 2);
  if (hundredths === null || hundredths === 0) return hundredths;
  return (sign === undefined || sign === '+' ? hundredths : -hundredths) / 100;
}

/** Integer cents as they stand in a field: 123450 → "1234.50". */
export function centsText(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same without cents where there are none: 100000 → "1000", as a filter and an address have it. */
export function shortCentsText(cents: number): string {
  return centsText(cents).replace(/\.00$/, '');
}
