import { t } from '@lingui/core/macro';
import type { AdminOrder } from '../orders/use-admin-order.ts';

type Item = Pick<
  AdminOrder['items'][number],
  'sku' | 'name' | 'options' | 'imageUrl' | 'quantity' | 'unshippedQuantity'
>;

/** What slips are made from. */
export interface PackedOrder extends Pick<AdminOrder, 'status' | 'transitions' | 'parcels'> {
  items: Item[];
}

/** The contents of one parcel. */
export interface Slip {
  /** "Parcel 2 of 3"; null if the order goes in one parcel. */
  title: string | null;
  /** "DHL 4711"; empty while nothing is known of it. */
  tracking: string;
  lines: Omit<Item, 'unshippedQuantity'>[];
}

/**
 * The slips of an order: of the parcel at the position asked for; else of what is left to pack; else of every parcel that
 * has left. Orders from before there were parcels left as a whole. None if nothing of it is packed.
 */
export function slipsOf(order: PackedOrder, position?: number): Slip[] {
  const { status, transitions, parcels, items } = order;
  const shipped = parcels.map((parcel, index) => ({
    title: parcels.length > 1 ? t`Parcel ${{ number: index + 1 }} of ${{ count: parcels.length }}` : null,
    tracking: [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' '),
    lines: parcel.items.flatMap(({ sku, quantity }) => {
      const item = items.find((one) => one.sku === sku);
      return item ? [{ ...item, quantity }] : [];
    }),
  }));
  if (position !== undefined) return shipped.slice(position - 1, position);
  if (transitions.includes('shipped')) {
    const left = items.filter(({ unshippedQuantity }) => unshippedQuantity > 0);
    if (left.length === 0) return shipped;
    const title = parcels.length > 0 ? t`Parcel ${{ number: parcels.length + 1 }}` : null;
    return [{ title, tracking: '', lines: left.map((item) => ({ ...item, quantity: item.unshippedQuantity })) }];
  }
  const hasLeft = status === 'shipped' || status === 'delivered';
  return shipped.length === 0 && hasLeft ? [{ title: null, tracking: '', lines: items }] : shipped;
}
