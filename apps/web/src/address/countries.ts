import { countryCodes } from '@lantern/api/account/schema';
import { countryName } from '@lantern/text/address';

/** Options for a select: every country, sorted by name. */
export const countryOptions = [...countryCodes]
  .map((code) => ({ value: code, label: countryName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
