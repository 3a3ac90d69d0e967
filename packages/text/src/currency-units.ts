import { perCurrency } from './currency.ts';

/** In whose languages people write amounts. */
const LOCALES = ['en-GB', 'de'];
const DISPLAYS = ['narrowSymbol', 'symbol', 'code', 'name'] as const;

/**
 * What people write beside amounts of the store's currency, as the source of a regular expression without groups: its
 * signs, its code and its names in each language, such as "€", "EUR", "euro" and "euros". Of "US dollars", only "dollars".
 */
export const currencyUnits = perCurrency(({ code }) => {
  const written = LOCALES.flatMap((locale) =>
    DISPLAYS.flatMap((currencyDisplay) => {
      const options = { style: 'currency', currency: code, currencyDisplay, maximumFractionDigits: 0 } as const;
      const format = new Intl.NumberFormat(locale, options);
      return [1, 2].map(
        (amount) => format.formatToParts(amount).find(({ type }) => type === 'currency')?.value ?? code,
      );
    }),
  );
  const units = new Set(written.map((unit) => unit.replace(/^.*[\s-]/, '').toLowerCase()));
  // The first that fits is taken.
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((unit) => unit.replace(/[$.*+?^()[\]{}|\\]/g, String.raw`\$&`)).join('|')})`;
});
