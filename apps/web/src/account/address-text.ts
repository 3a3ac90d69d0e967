import type { Address } from '@lantern/api/account/schema';
import { isolated } from '@lantern/text/isolated';
import { cityLine } from '@lantern/text/postal-code';
import { countryName } from './countries.ts';

/** The lines of an address as printed on a parcel, without the phone number. */
export function addressLines({ fullName, line1, line2, postalCode, city, region, country }: Address): string[] {
  const lines = [fullName, line1, line2, cityLine(country, city, postalCode), region, countryName(country)];
  return lines.filter((line): line is string => Boolean(line));
}

/** The address on one line. */
export function addressLine(address: Address): string {
  return addressLines(address).map(isolated).join(', ');
}
