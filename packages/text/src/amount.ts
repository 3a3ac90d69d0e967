/** Stands for zero cents: "50,-" is fifty. */
const NO_CENTS = /[.,][-–—]$/u;
/** Spaces and apostrophes between groups of three digits: "1 000", "1'000". */
const GROUP_SPACES = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;

/** Groups of three digits with one separator, optionally followed by a fraction with the other. */
const GROUPED = /^([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+))(?:[.,](\d+))?$/;
const PLAIN = /^(\d+|(?=[.,]\d))(?:[.,](\d+))?$/;

interface Decimal {
  whole: string;
  fraction: string;
}

/** As many decimals as a group of thousands has digits: "1.234" is what fields show of an amount with three decimals. */
const AMBIGUOUS_PLACES = 3;

/**
 * Parses a number in the notations that people use into digits, never a float: "1,234.50", "1.234,50", "1 234,5". A
 * single separator starts the fraction unless three digits follow it: "1.000" is a thousand, "1.00" is one; with three or more `places`, it always does.
 */
function parseDecimal(text: string, places: number): Decimal | null {
  const typed = text
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .trim()
    .replace(NO_CENTS, '')
    .replace(GROUP_SPACES, '');
  const isPlain = places >= AMBIGUOUS_PLACES && PLAIN.test(typed);
  const [, grouped, fraction = ''] = (!isPlain && GROUPED.exec(typed)) || [];
  if (grouped !== undefined) {
    const separators = new Set(typed.replace(/\d/g, ''));
    const isAmbiguous = fraction !== '' && separators.size === 1;
    return isAmbiguous ? null : { whole: grouped.replace(/\D/g, ''), fraction };
  }
  const [, whole, decimals = ''] = PLAIN.exec(typed) ?? [];
  return whole === undefined ? null : { whole, fraction: decimals };
}

/**
 * Parses a number into an integer scaled by `places` decimals: "12.5" with two places is 1250. Null if the text is not
 * a number, has more decimals, or exceeds the safe integers.
 */
export function parseScaled(text: string, places: number): number | null {
  const decimal = parseDecimal(text, places);
  if (!decimal || decimal.fraction.length > places) return null;
  const value = Number(decimal.whole + decimal.fraction.padEnd(places, '0'));
  return Number.isSafeInteger(value) ? value : null;
}

/** Parses a whole number: "1,000", "1.000" and "1 000" are a thousand. Null for anything else. */
export function parseCount(text: string): number | null {
  return parseScaled(text, 0);
}

/** Parses a percentage: "-12,5 %" → -12.5. Null for anything but a number with at most two decimals. */
export function parsePercent(text: string): number | null {
  const [, sign, number = ''] = /^\s*([+\-−–])?\s*(.*?)\s*%?\s*$/su.exec(text) ?? [];
  const hundredths = parseScaled(number, 2);
  if (hundredths === null || hundredths === 0) return hundredths;
  return (sign === undefined || sign === '+' ? hundredths : -hundredths) / 100;
}
