import { countryCodes } from '@lantern/api/account/schema';
import { perLanguage } from '@lantern/ui/language';
import { countryName } from './country-name.ts';

/** Options for a select: every country, sorted by its name in the page's language. */
export const countryOptions = perLanguage((locale) =>
  [...countryCodes]
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale)),
);
