import type { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import type { OrderStatus } from '../order-status/order-status.ts';

/** An order as lists show it. */
export interface OrderSummary {
  number: string;
  status: OrderStatus;
  /** ISO 8601, UTC. */
  placedAt: string;
  totalCents: number;
  itemCount: number;
  /** Refunded, including pending refunds, integer cents; above 0 on a paid order means a partial refund. */
  refundedCents: number;
}

/** The columns that `summaryOf` reads. */
export const summaryColumns = ['id', 'number', 'status', 'placedAt', 'totalCents', 'itemCount'];

/** The refunded cents of each of these orders, by order id: one query for a whole list. */
export async function refundedOf(orders: { id: number }[]): Promise<Map<number, number>> {
  const payments = await Payment.findAll({
    where: { orderId: orders.map(({ id }) => id) },
    attributes: ['orderId', 'refundedCents'],
    raw: true,
  });
  return new Map(payments.map(({ orderId, refundedCents }) => [orderId, refundedCents]));
}

export function summaryOf(order: Order, refunded: Map<number, number>): OrderSummary {
  const { id, number, status, placedAt, totalCents, itemCount } = order;
  const refundedCents = refunded.get(id) ?? 0;
  return { number, status, placedAt: placedAt.toISOString(), totalCents, itemCount, refundedCents };
}
