import { type OrderStatus, orderStatuses } from '@lantern/api/orders/order-status';

/** The status named in the URL. */
export function statusOf(word: string | undefined): OrderStatus | undefined {
  return orderStatuses.find((status) => status === word);
}
