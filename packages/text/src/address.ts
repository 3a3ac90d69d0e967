import { cityLine } from './postal-code.ts';

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

/** "GB" → "United Kingdom"; an unknown code is returned as it is. */
export function countryName(code: string): string {
  return countryNames.of(code) ?? code;
}

interface PostalAddress {
  fullName: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/**
 * The lines of an address as printed on a parcel, without the phone number.
 * @param nameOf what a country is called; in English by default.
 */
export function addressLines(address: PostalAddress, nameOf = countryName): string[] {
  const { fullName, line1, line2, postalCode, city, region, country } = address;
  const lines = [fullName, line1, line2, cityLine(country, city, postalCode), region, nameOf(country)];
  return lines.filter((line): line is string => Boolean(line));
}
