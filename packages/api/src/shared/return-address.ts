import type { Seller } from '@lantern/db/models/invoice';

/** The lines of the address that returns are sent to, as on invoices; none if the store does not know its own. */
export function returnAddress({ name, address }: Seller): string[] {
  return address.length === 0 ? [] : [name, ...address];
}
