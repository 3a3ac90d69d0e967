import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';

/** The labels of a parcel's fields in the log, by its position in the order. */
export const parcelWords: Record<string, (position: string) => string> = {
  items: (position) => t`Parcel ${position}`,
  carrier: (position) => t`Carrier of parcel ${position}`,
  trackingNumber: (position) => t`Tracking number of parcel ${position}`,
  trackingUrl: (position) => t`Tracking link of parcel ${position}`,
};

/** The log has a parcel's items by their SKUs, "2 × MUG-1, 1 × POT-3"; a SKU may contain a comma. */
export function packedText(packed: string, item: (sku: string) => string): string {
  return packed.replace(/(\d+ × )(.+?)(?=, \d+ × |$)/g, (_, quantity, sku) => `${quantity}${isolated(item(sku))}`);
}
