import { nameKey } from '@lantern/db/base/name-key';

interface Named {
  fullName: string;
}

/** What the order of a guest is found by: the folded names in its addresses. */
export function guestNameKey(shippingAddress: Named, billingAddress: Named | null): string {
  const names = billingAddress ? [shippingAddress, billingAddress] : [shippingAddress];
  return nameKey(names.map(({ fullName }) => fullName).join(' '));
}
