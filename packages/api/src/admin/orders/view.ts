import { Order } from '@lantern/db/models/order';
import type { PaymentStatus } from '@lantern/db/models/payment';
import type { RefundStatus } from '@lantern/db/models/refund';
import { User } from '@lantern/db/models/user';
import { type RevertibleStatus, revertibleStatusOf } from '../../activity/revertible-status.ts';
import { manualTransitions, type OrderStatus } from '../../orders/order-status.ts';
import { type OrderItemView, type OrderView, partsOf, viewItem, viewOrder } from '../../orders/view.ts';
import { refundableCents } from '../../payments/refunds.ts';
import { notFound } from '../../shared/shop-error.ts';
import { type Customer, customerOf } from './list.ts';

export interface AdminOrderView extends Omit<OrderView, 'items' | 'refunds'> {
  items: (OrderItemView & { id: number; restockedQuantity: number })[];
  customer: Customer;
  /** Never shown to shoppers. */
  internalNote: string | null;
  /** Where an admin may take it from here. */
  transitions: OrderStatus[];
  /** The step that can be taken back for now, by undoing its entry in the log. */
  revertibleStatus: RevertibleStatus | null;
  payments: {
    status: PaymentStatus;
    method: string;
    amountCents: number;
    /** What has been promised back, confirmed by the provider or not yet. */
    refundedCents: number;
    failureCode: string | null;
    /** ISO 8601, UTC. */
    at: string;
  }[];
  /** Oldest first. `due`: the provider has yet to confirm it, and is asked again by itself. */
  refunds: { amountCents: number; status: RefundStatus; at: string }[];
  refundableCents: number;
}

/** An order with all that only admins see. @throws {ShopError} NOT_FOUND. */
export async function adminOrder(number: string): Promise<AdminOrderView> {
  const order = await Order.findOne({ where: { number }, include: [User], raw: true, nest: true });
  if (!order) throw notFound('order');
  const parts = await partsOf(order);
  const { payment, refunds } = parts;
  const view = viewOrder(order, parts);
  return {
    ...view,
    items: parts.items.map((item) => ({
      ...viewItem(item),
      id: item.id,
      restockedQuantity: item.restockedQuantity,
    })),
    customer: customerOf(order.user),
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
