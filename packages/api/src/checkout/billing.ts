import type { Address } from '../account/schema.ts';
import type { PlaceInput } from './schema.ts';

/** The billing address if it differs from the shipping address, or else null. A phone number is never printed. */
export function billingAddressOf({
  shippingAddress,
  billingAddress,
}: Pick<PlaceInput, 'shippingAddress' | 'billingAddress'>): Address | null {
  if (!billingAddress) return null;
  return printed(billingAddress) === printed(shippingAddress) ? null : billingAddress;
}

/** Parsed addresses have their keys in the schema's order. */
function printed(address: Address): string {
  return JSON.stringify({ ...address, phone: null });
}
