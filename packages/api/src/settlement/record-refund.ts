import { OrderEvent } from '@lantern/db/models/order-event';
import type { Refund } from '@lantern/db/models/refund';
import type { LockedOrder } from '../order-status/lock-order.ts';
import { canTransition } from '../order-status/order-status.ts';
import { queueRefundMail } from '../order-status/step-mail.ts';
import { transition } from '../order-status/transition.ts';
import { completeShipping } from '../parcels/ship.ts';
import { refundableCents } from '../payments/refunds.ts';

interface RefundFacts {
  refund: Refund;
  /** Shown to the customer. */
  note: string | null;
}

/**
 * Records a refund that was just created in the timeline of its locked order, and writes to the customer. If it leaves
 * nothing, the order becomes `refunded`; if all that a partially shipped order still waits for is back in stock,
 * `shipped`.
 */
export async function recordRefund({ order, payment }: LockedOrder, { refund, note }: RefundFacts): Promise<void> {
  if (refundableCents(payment) === 0 && canTransition(order.status, 'refunded')) {
    return transition(order, 'refunded', { note, refund });
  }
  await OrderEvent.create({ orderId: order.id, status: 'partially_refunded', note, amountCents: refund.amountCents });
  await queueRefundMail(order, refund, note);
  await completeShipping(order);
}
