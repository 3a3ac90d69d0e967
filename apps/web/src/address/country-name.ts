import { perLanguage } from '@lantern/ui/language';

const names = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

/** "GB" → "United Kingdom", as the page's language calls it; an unknown code is returned as it is. */
export function countryName(code: string): string {
  return names().of(code) ?? code;
}
