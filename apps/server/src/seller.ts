import type { Seller } from '@lantern/db/models/invoice';

/** One sentence for the operator about what invoices leave out, since it is not set; null if they have everything. */
export function sellerNotice({ address, taxId }: Seller): string | null {
  const missing = [
    ...(address.length === 0 ? [{ what: 'address', setting: 'SHOP_ADDRESS' }] : []),
    ...(taxId === null ? [{ what: 'tax number', setting: 'SHOP_TAX_ID' }] : []),
  ];
  if (missing.length === 0) return null;
  const whats = missing.map(({ what }) => what).join(' and no ');
  return `Invoices have no ${whats} of yours: set ${missing.map(({ setting }) => setting).join(' and ')}.`;
}
