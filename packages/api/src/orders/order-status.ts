import { type OrderStatus, orderStatuses } from '@lantern/db/models/order-status';

export { type OrderStatus, orderStatuses };

/** Where an order may go from each status. Nothing else is possible. */
export const transitions: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['paid', 'payment_failed', 'cancelled'],
  paid: ['shipped', 'cancelled', 'refunded'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: [],
  refunded: [],
  payment_failed: [],
};

/** True where an order may go from `from` to `to` directly. */
export function canTransition(from: OrderStatus, to: OrderStatus): boolean {
  return transitions[from].includes(to);
}

/** Only the payment provider can say whether money has arrived. */
const setByProvider: readonly OrderStatus[] = ['paid', 'payment_failed'];

/** The transitions from here that a person may make. */
export function manualTransitions(from: OrderStatus): OrderStatus[] {
  return transitions[from].filter((to) => !setByProvider.includes(to));
}

/** The status an order returns to when a transition made by mistake is reverted; no other transition can be. */
export const reversals: Partial<Record<OrderStatus, OrderStatus>> = { shipped: 'paid', delivered: 'shipped' };

/** The statuses of orders whose money counts as revenue. */
export const revenueStatuses = ['paid', 'shipped', 'delivered'] as const satisfies readonly OrderStatus[];
