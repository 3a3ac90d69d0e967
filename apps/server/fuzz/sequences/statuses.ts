import type { OrderStatus } from '@lantern/db/models/order-status';

/* What the public contract says of an order's status, written once more: the store's own table must not judge itself. */

const next: Record<OrderStatus, OrderStatus[]> = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['partially_shipped', 'shipped', 'cancelled', 'refunded'],
  partially_shipped: ['shipped', 'refunded'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
  payment_failed: [],
};

/** By undoing what was noted by mistake. */
const back: Partial<Record<OrderStatus, OrderStatus[]>> = {
  partially_shipped: ['paid'],
  shipped: ['paid', 'partially_shipped'],
  delivered: ['shipped'],
};

/** Follow from something else than a person's choice. */
const notChosen: OrderStatus[] = ['paid', 'payment_failed', 'partially_shipped'];

/** Whether an admin may choose a status. */
export function mayBeSet(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to) && !notChosen.includes(to);
}

/** Whether one step may lead from a status to another. */
export function mayFollow(from: OrderStatus, to: OrderStatus, isUndone: boolean): boolean {
  return from === to || next[from].includes(to) || (isUndone && (back[from] ?? []).includes(to));
}
