import { type PricedLine, paidForLine, paidForPart } from '@lantern/api/pricing/pricing';

interface RefundedItem extends PricedLine {
  id: number;
}

interface RefundedOrder {
  items: readonly RefundedItem[];
  shippingCents: number;
  totalCents: number;
  /** What is left of the payment. */
  refundableCents: number;
}

interface Choice {
  /** How many of each item, by its id. */
  quantities: Readonly<Record<number, number>>;
  /** Whether to refund the delivery cost too. */
  delivery: boolean;
}

/**
 * The refund for the chosen items and delivery, in integer cents: each line's share in proportion to what was actually
 * paid for the items, capped at what is left. All items together are exactly what was paid for them.
 */
export function refundFor(order: RefundedOrder, { quantities, delivery }: Choice): number {
  const { items, shippingCents, totalCents, refundableCents } = order;
  const worthCents = items.reduce(
    (sum, item) => sum + paidForPart(item, 0, Math.min(quantities[item.id] ?? 0, item.quantity)),
    0,
  );
  const paidForItemsCents = totalCents - shippingCents;
  const allCents = items.reduce((sum, item) => sum + paidForLine(item), 0);
  const itemsCents = allCents === 0 ? 0 : Math.round((worthCents * paidForItemsCents) / allCents);
  return Math.min(itemsCents + (delivery ? shippingCents : 0), refundableCents);
}
