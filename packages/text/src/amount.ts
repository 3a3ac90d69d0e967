/** "50,-" is fifty. */
const NO_CENTS = /[.,][-–—]$/u;
/** Between groups of three: "1 000", "1'000". */
const GROUP_BLANKS = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;

/** Groups of three with the same separator, and perhaps a fraction after the other one. */
const GROUPED = /^([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+))(?:[.,](\d+))?$/;
const PLAIN = /^(\d+|(?=[.,]\d))(?:[.,](\d+))?$/;

interface Decimal {
  whole: string;
  fraction: string;
}

/**
 * A number as people type one, in digits and never as a float: "1,234.50", "1.234,50", "1 234,5". A single separator
 * starts the fraction unless three digits follow it: "1.000" is a thousand, "1.00" is one.
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

/**
 * A typed number as an integer of its `places`-th decimal: "12.5" in hundredths is 1250. Null for text that is no
 * number, has more decimals, or is beyond the safe integers.
 */
export function parseScaled(text: string, places: number): number | null {
  const decimal = parseDecimal(text);
  if (!decimal || decimal.fraction.length > places) return null;
  const value = Number(decimal.whole + decimal.fraction.padEnd(places, '0'));
  return Number.isSafeInteger(value) ? value : null;
}

/** A whole number: "1,000", "1.000" and "1 000" are a thousand. Null for anything else. */
export function parseCount(text: string): number | null {
  return parseScaled(text, 0);
}

/** "-12,5 %" → -12.5; null for anything but a number of at most two decimals. */
export function parsePercent(text: string): number | null {
  const [, sign, number = ''] = /^\s*([+\-−–])?\s*(.*?)\s*%?\s*$/su.exec(text) ?? [];
  const hundredths = parseScaled(number, 2);
  if (hundredths === null || hundredths === 0) return hundredths;
  return (sign === undefined || sign === '+' ? hundredths : -hundredths) / 100;
}
