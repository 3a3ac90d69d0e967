/** Where English is spoken so as the store's own words are. */
const REGIONS: Record<string, string> = { en: 'en-GB' };

/** The locale for `Intl` of a language: that of Great Britain for English, otherwise its code. */
export function localeOf(code: string): string {
  return REGIONS[code] ?? code;
}
