import { countryCodes } from '@lantern/api/account/schema';

const names = new Intl.DisplayNames('en-GB', { type: 'region' });

/** "GB" → "United Kingdom"; an unknown code is returned as it is. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** Options for a select: every country we deliver to, sorted by name. */
export const countryOptions = [...countryCodes]
  .map((code) => ({ value: code, label: countryName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
