import { parseScaled } from './amount.ts';
import { currency, perCurrency } from './currency.ts';
import { currencyUnits } from './currency-units.ts';
import { inUnits, moneyFormat } from './money-format.ts';

/*
 * Parses and formats amounts of the store's currency. They are integers of its smallest unit everywhere, called cents
 * whatever the currency calls them, and digits while parsing, never floats.
 */

const unit = perCurrency(() => new RegExp(String.raw`^${currencyUnits()}\s*|\s*${currencyUnits()}$`, 'giu'));

/**
 * Parses an amount into integer cents. Accepts "12.5", "12,50", "€ 1,234.50", "1.234,50 €" and "1 000"; "1.000" is a
 * thousand, unless the currency has three decimals. Null for anything else, and for fractions of a cent.
 */
export function parseCents(text: string): number | null {
  return parseScaled(text.trim().replace(unit(), ''), currency().digits);
}

const english = perCurrency(() => moneyFormat('en-GB'));

/** Formats integer cents in English, as the API says them: 129000 → "€1,290.00". */
export function formatCents(cents: number): string {
  return english().format(inUnits(cents));
}

/** Formats non-negative integer cents for an input field: 123450 → "1234.50". */
export function centsText(cents: number): string {
  const { digits } = currency();
  const text = String(cents).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
