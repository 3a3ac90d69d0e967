import { Order } from '@lantern/db/models/order';
import type { PaymentStatus } from '@lantern/db/models/payment';
import type { RefundStatus } from '@lantern/db/models/refund';
import { User } from '@lantern/db/models/user';
import { type RevertibleStatus, revertibleStatusOf } from '../../activity/revertible-status.ts';
import { manualTransitions, type OrderStatus } from '../../order-status/order-status.ts';
import { type OrderItemView, type OrderView, partsOf, viewItem, viewOrder } from '../../orders/view.ts';
import { unshippedLines } from '../../parcels/parcels.ts';
import { refundableCents } from '../../payments/refunds.ts';
import { notFound } from '../../shared/shop-error.ts';
import { type Customer, customerOf } from './list.ts';

export interface AdminOrderView extends Omit<OrderView, 'items' | 'refunds'> {
  items: (OrderItemView & {
    id: number;
    restockedQuantity: number;
    /** Neither in a parcel nor back in stock; meaningless once the order has left the store. */
    unshippedQuantity: number;
  })[];
  customer: Customer;
  /** Never shown to shoppers. */
  internalNote: string | null;
  /** The statuses an admin may set next. */
  transitions: OrderStatus[];
  /** The last status change while it can be reverted, by undoing its log entry. */
  revertibleStatus: RevertibleStatus | null;
  payments: {
    status: PaymentStatus;
    method: string;
    amountCents: number;
    /** Including refunds the provider has not confirmed yet. */
    refundedCents: number;
    failureCode: string | null;
    /** ISO 8601, UTC. */
    at: string;
  }[];
  /** Oldest first. `due`: the provider has not confirmed it yet, and the reconciler retries. */
  refunds: { amountCents: number; status: RefundStatus; at: string }[];
  refundableCents: number;
}

/** An order with everything that only admins see. @throws {ShopError} NOT_FOUND. */
export async function adminOrder(number: string): Promise<AdminOrderView> {
  const order = await Order.findOne({ where: { number }, include: [User], raw: true, nest: true });
  if (!order) throw notFound('order');
  const parts = await partsOf(order);
  const { payment, refunds } = parts;
  const unshipped = unshippedLines(parts.items, parts.parcels);
  const view = viewOrder(order, parts);
  return {
    ...view,
    items: parts.items.map((item) => ({
      ...viewItem(item, parts.returns),
      id: item.id,
      restockedQuantity: item.restockedQuantity,
      unshippedQuantity: unshipped.find((line) => line.item === item)?.quantity ?? 0,
    })),
    customer: customerOf(order),
    internalNote: order.internalNote,
    transitions: manualTransitions(order.status),
    revertibleStatus: await revertibleStatusOf(number),
    payments: payment && view.payment ? [{ ...view.payment, at: payment.createdAt.toISOString() }] : [],
    refunds: refunds.map(({ amountCents, status, createdAt }) => ({
      amountCents,
      status,
      at: createdAt.toISOString(),
    })),
    refundableCents: payment ? refundableCents(payment) : 0,
  };
}
