import { inUnits, moneyFormat } from '@lantern/text/money-format';
import { perLanguage } from '../language/language.tsx';

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const minuteParts = { ...dayParts, hour: '2-digit', minute: '2-digit' } as const;

const localDay = perLanguage((locale) => new Intl.DateTimeFormat(locale, dayParts));
const utcDay = perLanguage((locale) => new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: 'UTC' }));
const localMinute = perLanguage((locale) => new Intl.DateTimeFormat(locale, minuteParts));
const localMinuteAndZone = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { ...minuteParts, timeZoneName: 'short' }),
);

/** An ISO date or instant as "24 Nov 2026", an instant on the reader's own calendar. */
export function formatDate(iso: string): string {
  // A bare date is midnight UTC to `Date`, which west of London is still the day before.
  const isBareDate = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return (isBareDate ? utcDay : localDay)().format(new Date(iso));
}

/** An ISO instant as "24 Nov 2026, 18:42" by the reader's clock. */
export function formatDateTime(iso: string): string {
  return localMinute().format(new Date(iso));
}

/** The same with its time zone, for a `title`: "24 Nov 2026, 18:42 GMT+1". */
export function formatDateTimeZone(iso: string): string {
  return localMinuteAndZone().format(new Date(iso));
}

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));

/** "1,284", in German "1.284". */
export function formatNumber(value: number): string {
  return numbers().format(value);
}

const amounts = perLanguage((locale) => moneyFormat(locale));
const shortAmounts = perLanguage((locale) => moneyFormat(locale, { trailingZeroDisplay: 'stripIfInteger' }));

/** "€": what stands beside amounts of the store's currency. */
export const currencySign = perLanguage(
  (locale) =>
    moneyFormat(locale)
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? '',
);

/** What separates the decimals of a number: ".", in German ",". */
export const decimalSign = perLanguage((locale) => new Intl.NumberFormat(locale).format(1.5).charAt(1));

/** Integer cents as "€1,290.00", in German "1.290,00 €". */
export function formatCents(cents: number): string {
  return amounts().format(inUnits(cents));
}

/** The same without zero cents: "€50". */
export function formatShortCents(cents: number): string {
  return shortAmounts().format(inUnits(cents));
}
