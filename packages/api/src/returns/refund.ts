import type { OrderItem } from '@lantern/db/models/order-item';
import type { OrderReturn } from '@lantern/db/models/order-return';
import type { Payment } from '@lantern/db/models/payment';
import { quantityIn } from '../orders/returns.ts';
import { refundableCents } from '../payments/refunds.ts';
import { paidForPart } from '../pricing/pricing.ts';

/** What belongs to the order of a return. */
interface ReturnedOrder {
  items: OrderItem[];
  /** All of the order's, with their items. */
  returns: OrderReturn[];
  payment: Payment | null;
}

/**
 * What is refunded for a return unless an admin says otherwise, in integer cents: what was paid for its items after the
 * discount, delivery not included, and never more than is left to refund. Counted from what was received before, so that
 * all returns of a line add up to what was paid for it.
 */
export function refundFor(returned: OrderReturn, { items, returns, payment }: ReturnedOrder): number {
  if (!payment) return 0;
  const isBefore = ({ id, status }: OrderReturn) => status === 'received' && id !== returned.id;
  const paidCents = items.reduce((sum, item) => {
    const quantity = quantityIn([returned], item, () => true);
    return sum + paidForPart(item, quantityIn(returns, item, isBefore), quantity);
  }, 0);
  return Math.min(paidCents, refundableCents(payment));
}
