import type { OrderStatus } from '@lantern/api/orders/order-status';

/** The statuses in the order of an order's life. */
export const statuses: readonly OrderStatus[] = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'payment_failed',
];

/** The status named in the URL. */
export function statusOf(word: string | undefined): OrderStatus | undefined {
  return statuses.find((status) => status === word);
}
