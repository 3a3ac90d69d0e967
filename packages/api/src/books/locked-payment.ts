import type { Order } from '@lantern/db/models/order';
import { Payment, type PaymentStatus } from '@lantern/db/models/payment';
import { type LockedOrder, lockOrder } from '../order-status/lock-order.ts';

/** The statuses of payments whose money was taken, whatever was given back since. */
export const takenStatuses: readonly PaymentStatus[] = ['captured', 'refund_due', 'refunded'];

/** A payment with its order, locked in the sequence in which the store locks them; null if there is none. */
export async function lockedPayment(where: { id: number } | { idempotencyKey: string }): Promise<LockedOrder | null> {
  const found = await Payment.findOne({ where, attributes: ['orderId'], raw: true });
  return found && lockOrder(found.orderId);
}

/** How differences name an order. */
export function nameOf({ number }: Pick<Order, 'number'>): string {
  return `order ${number}`;
}
