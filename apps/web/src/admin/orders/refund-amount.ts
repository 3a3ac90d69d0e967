interface RefundedItem {
  id: number;
  quantity: number;
  lineTotalCents: number;
}

interface RefundedOrder {
  items: readonly RefundedItem[];
  subtotalCents: number;
  shippingCents: number;
  totalCents: number;
  /** What is left of the payment. */
  refundableCents: number;
}

interface Choice {
  /** How many of each item, by its id. */
  quantities: Readonly<Record<number, number>>;
  /** Whether the cost of delivery goes back, too. */
  delivery: boolean;
}

/**
 * What the chosen items and the delivery come to, in integer cents: of each line its share, in proportion to what was
 * really paid for the goods, and never more than is left. All items are all that was paid for them, to the cent.
 */
export function refundFor(order: RefundedOrder, { quantities, delivery }: Choice): number {
  const { items, subtotalCents, shippingCents, totalCents, refundableCents } = order;
  const worth = items.reduce((sum, item) => sum + shareOf(item, quantities[item.id] ?? 0), 0);
  const paidForGoods = totalCents - shippingCents;
  const goods = subtotalCents === 0 ? 0 : Math.round((worth * paidForGoods) / subtotalCents);
  return Math.min(goods + (delivery ? shippingCents : 0), refundableCents);
}

function shareOf({ quantity, lineTotalCents }: RefundedItem, chosen: number): number {
  return Math.round((lineTotalCents * Math.min(chosen, quantity)) / quantity);
}
