import type { Order } from '@lantern/db/models/order';
import type { OrderItem } from '@lantern/db/models/order-item';
import { includedTax, totalsOf } from '../pricing/pricing.ts';

/** What an order comes to by its lines and its delivery, in integer cents. */
export function derivedTotals({ shippingCents }: Pick<Order, 'shippingCents'>, items: OrderItem[]) {
  const { subtotalCents, discountCents, taxCents, totalCents } = totalsOf(items, []);
  return {
    ...{ subtotalCents, discountCents },
    taxCents: taxCents + includedTax(shippingCents),
    totalCents: totalCents + shippingCents,
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}
