import type { OrderStatus } from '@lantern/api/order-status/order-status';

/** The statuses of an order in the shopper's words. */
export const statusWords: Record<OrderStatus, string> = {
  pending: 'Waiting for payment',
  paid: 'Paid',
  partially_shipped: 'Partly shipped',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  payment_failed: 'Payment failed',
};
