import { currency } from './currency.ts';

/* What is written of amounts wherever there are prices. Amounts are integer cents: see money.ts. */

/** How `Intl` writes amounts of whole units of the currency. With its short sign: there is no other kind of "$" in a store. */
export function moneyFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const { code, digits } = currency();
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    // Browsers differ about those of some currencies; a store may not.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...options,
  });
}

/** Integer cents in whole units of the currency, to be shown: 1290 → 12.9. */
export function inUnits(cents: number): number {
  return cents / 10 ** currency().digits;
}

/** Non-negative integer cents for filters and URLs, without zero cents: 123450 → "1234.50", 100000 → "1000". */
export function shortCentsText(cents: number): string {
  return inUnits(cents).toFixed(currency().digits).replace(/\.0+$/, '');
}

/** Reads what `shortCentsText` has written, and no other notation. Null for anything else. */
export function centsOfShortText(text: string): number | null {
  const cents = Number(text || Number.NaN) * 10 ** currency().digits;
  return /^[\d.]+$/.test(text) && Math.abs(cents - Math.round(cents)) < 1e-4 ? Math.round(cents) : null;
}
