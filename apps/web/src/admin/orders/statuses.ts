import type { OrderState } from '@lantern/api/orders/state-machine';

/** The statuses in the order of an order's life. */
export const statuses: readonly OrderState[] = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'payment_failed',
];

/** The status named in the URL. */
export function statusOf(word: string | undefined): OrderState | undefined {
  return statuses.find((status) => status === word);
}
