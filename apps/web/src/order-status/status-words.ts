import type { OrderStatus } from '@lantern/api/order-status/order-status';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The statuses of an order in the shopper's words. */
export const statusWords: Record<OrderStatus, MessageDescriptor> = {
  pending: msg`Waiting for payment`,
  paid: msg`Paid`,
  partially_shipped: msg`Partly shipped`,
  shipped: msg`On its way`,
  delivered: msg`Delivered`,
  cancelled: msg`Cancelled`,
  refunded: msg`Refunded`,
  payment_failed: msg`Payment failed`,
};
