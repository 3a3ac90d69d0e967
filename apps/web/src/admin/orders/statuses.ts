import type { OrderState } from '@lantern/api/orders/state-machine';

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
