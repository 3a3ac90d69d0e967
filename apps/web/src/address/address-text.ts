import type { Address } from '@lantern/api/account/schema';
import { addressLines } from '@lantern/text/address';
import { isolated } from '@lantern/text/isolated';
import { countryName } from './country-name.ts';

/** The address on one line. */
export function addressLine(address: Address): string {
  return addressLines(address, countryName).map(isolated).join(', ');
}
