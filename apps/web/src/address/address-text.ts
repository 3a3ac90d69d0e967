import type { Address } from '@lantern/api/account/schema';
import { addressLines } from '@lantern/text/address';
import { isolated } from '@lantern/text/isolated';

/** The address on one line. */
export function addressLine(address: Address): string {
  return addressLines(address).map(isolated).join(', ');
}
