import { addressLines } from '@lantern/text/address';
import { perCurrency } from '@lantern/text/currency';
import { localeOf } from '@lantern/text/locale';
import { inUnits, moneyFormat } from '@lantern/text/money-format';
import type { WithLanguages } from '../shared/languages.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

/** A language as the store writes it to customers. */
export interface Language {
  /** ISO 639, such as `de`. */
  code: string;
  words: Words;
  /** Integer cents as "€1,290.00", in German "1.290,00 €". */
  formatCents(cents: number): string;
  /** A bare date, `2026-03-31`, as "31 March 2026". */
  formatDay(iso: string): string;
  /** A point in time, ISO 8601, as "31 March 2026 at 14:05 UTC". */
  formatMoment(iso: string): string;
  formatNumber(value: number): string;
  /** The lines of an address as printed on a parcel. */
  addressLines(address: Parameters<typeof addressLines>[0]): string[];
}

const wordsOf: Record<string, Words> = { en, de };

const known = new Map(Object.entries(wordsOf).map(([code, words]) => [code, make(code, words)]));

/** The codes of the languages that the store can write to customers in. */
export const writtenLanguages: readonly string[] = [...known.keys()];

/** @throws {Error} for a language without words. */
export function languageOf(code: string): Language {
  const language = known.get(code);
  if (!language) throw new Error(`The store has no words for mails and documents in the language ${code}.`);
  return language;
}

/** The language to write to somebody in: their own, or the store's first if it is not known or not one of the store's any more. */
export function customerLanguage(code: string | null, { languages }: WithLanguages): Language {
  return languageOf(code !== null && languages.includes(code) ? code : firstOf({ languages }));
}

/** Whether the store has its own texts in this language, and paths without a prefix. */
function isFirst({ code }: Language, services: WithLanguages): boolean {
  return code === firstOf(services);
}

/** How the paths of pages in this language begin: not at all in the store's first one, otherwise as `/de`. */
export function pathPrefix(language: Language, services: WithLanguages): string {
  return isFirst(language, services) ? '' : `/${language.code}`;
}

const firstOf = ({ languages }: WithLanguages): string => languages[0] ?? 'en';

function make(code: string, words: Words): Language {
  const locale = localeOf(code);
  const amounts = perCurrency(() => moneyFormat(locale));
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  });
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    code,
    words,
    formatCents: (cents) => amounts().format(inUnits(cents)),
    formatDay: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    formatMoment: (iso) => moments.format(new Date(iso)),
    formatNumber: (value) => numbers.format(value),
    addressLines: (address) => addressLines(address, (country) => countries.of(country) ?? country),
  };
}
