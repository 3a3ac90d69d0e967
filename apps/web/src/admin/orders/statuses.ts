import type { OrderState } from '@lantern/api/orders/state-machine';

/** What an order is, or becomes by a step, in an admin's words. */
export const eventWords: Record<OrderState, string> = {
  pending: 'Order placed',
  paid: 'Payment received',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  payment_failed: 'Payment failed',
};

/** The states in the order of an order's life. */
export const statuses: readonly OrderState[] = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'payment_failed',
];

/** The state that an address names. */
export function statusOf(word: string | undefined): OrderState | undefined {
  return statuses.find((status) => status === word);
}
