import { type OrderStatus, orderStatuses } from '@lantern/db/models/order-status';

export { type OrderStatus, orderStatuses };

/** The statuses that may follow each status. */
export const transitions: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['shipped', 'cancelled', 'refunded'],
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

/** Only the payment provider's outcome may set these. */
const setByProvider: readonly OrderStatus[] = ['paid', 'payment_failed'];

/** The transitions from here that a person may make. */
export function manualTransitions(from: OrderStatus): OrderStatus[] {
  return transitions[from].filter((to) => !setByProvider.includes(to));
}

/** The status that reverting a mistaken transition restores. Other transitions cannot be reverted. */
export const reversals: Partial<Record<OrderStatus, OrderStatus>> = { shipped: 'paid', delivered: 'shipped' };

/** The statuses of orders whose money counts as revenue. */
export const revenueStatuses = ['paid', 'shipped', 'delivered'] as const satisfies readonly OrderStatus[];
