import { formatAddress } from 'localized-address-format';

/** Whether a country's addresses name a state, province or the like. */
export type RegionUse = 'required' | 'optional' | 'none';

/** Countries where mail without its region may not arrive (according to Google's address data). */
const REQUIRED = new Set(['AE', 'AU', 'BR', 'CA', 'CN', 'IN', 'JP', 'MX', 'US']);

/** Whether addresses in a country (ISO 3166-1 alpha-2) have a region. */
export function regionUse(country: string): RegionUse {
  if (REQUIRED.has(country)) return 'required';
  const format = formatAddress({ postalCountry: country, administrativeArea: 'A' }, 'latin');
  return format.some((line) => line.includes('A')) ? 'optional' : 'none';
}
