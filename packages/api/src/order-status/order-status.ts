import { type OrderStatus, orderStatuses } from '@lantern/db/models/order-status';

export { type OrderStatus, orderStatuses };

/** The statuses that may follow each status. */
export const transitions: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['partially_shipped', 'shipped', 'cancelled', 'refunded'],
  partially_shipped: ['shipped', 'refunded'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
  payment_failed: [],
};

/** True if `from` → `to` is a single allowed transition. */
export function canTransition(from: OrderStatus, to: OrderStatus): boolean {
  return transitions[from].includes(to);
}

/** These follow from something else: the payment provider's outcome, and a parcel that leaves something behind. */
const consequences: readonly OrderStatus[] = ['paid', 'payment_failed', 'partially_shipped'];

/** The transitions from here that a person may make by choosing the status. */
export function manualTransitions(from: OrderStatus): OrderStatus[] {
  return transitions[from].filter((to) => !consequences.includes(to));
}

/** The statuses that reverting a mistaken transition may restore. Other transitions cannot be reverted. */
export const reversals: Partial<Record<OrderStatus, readonly OrderStatus[]>> = {
  partially_shipped: ['paid'],
  shipped: ['paid', 'partially_shipped'],
  delivered: ['shipped'],
};

/** The statuses of orders whose money counts as revenue. */
export const revenueStatuses = [
  'paid',
  'partially_shipped',
  'shipped',
  'delivered',
] as const satisfies readonly OrderStatus[];
