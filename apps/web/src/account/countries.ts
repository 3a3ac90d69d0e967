import { countryCodes } from '@lantern/api/account/schema';

const names = new Intl.DisplayNames('en-GB', { type: 'region' });

/** "GB" → "United Kingdom"; a code that nobody knows stays as it is. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** For a select: every country that can be delivered to, by its name. */
export const countryOptions = [...countryCodes]
  .map((code) => ({ value: code, label: countryName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
