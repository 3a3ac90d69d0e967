import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { OrderReturn } from '@lantern/db/models/order-return';
import { OrderReturnItem } from '@lantern/db/models/order-return-item';
import { Payment } from '@lantern/db/models/payment';
import { User } from '@lantern/db/models/user';
import { type ReturnView, viewReturn } from '../../orders/returns.ts';
import { refundableCents } from '../../payments/refunds.ts';
import { refundFor } from '../../returns/refund.ts';
import { groupBy } from '../../shared/group-by.ts';
import { notFound } from '../../shared/shop-error.ts';
import { type Customer, customerOf } from '../orders/list.ts';

/** A return as admins see it. */
export interface AdminReturn extends ReturnView {
  orderNumber: string;
  customer: Customer;
  restocked: boolean;
  /** What is refunded once it is received, unless an admin says otherwise; null if it was received or refused. */
  refundCents: number | null;
  /** What is left of the payment, integer cents. */
  refundableCents: number;
}

/** @throws {ShopError} NOT_FOUND. */
export async function adminReturn(id: number): Promise<AdminReturn> {
  const returned = await OrderReturn.findByPk(id, { include: [OrderReturnItem] });
  if (!returned) throw notFound('return');
  const [view] = await viewReturns([returned]);
  if (!view) throw notFound('return');
  return view;
}

/** Returns as admins see them, with one query a table for all of them. `returns` have their items. */
export async function viewReturns(returns: OrderReturn[]): Promise<AdminReturn[]> {
  const orderIds = [...new Set(returns.map(({ orderId }) => orderId))];
  const where = { orderId: orderIds };
  const [orders, items, all, payments] = await Promise.all([
    Order.findAll({ where: { id: orderIds }, include: [User], raw: true, nest: true }),
    OrderItem.findAll({ where, order: ['id'], raw: true }),
    OrderReturn.findAll({ where, include: [OrderReturnItem] }),
    Payment.findAll({ where, raw: true }),
  ]);
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const itemsOf = groupBy(items, ({ orderId }) => orderId);
  const returnsOf = groupBy(all, ({ orderId }) => orderId);
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]));
  return returns.flatMap((returned) => {
    const { orderId, status, restocked } = returned;
    const order = orderOf.get(orderId);
    if (!order) return [];
    const bought = itemsOf.get(orderId) ?? [];
    const payment = paymentOf.get(orderId) ?? null;
    const refundCents = refundFor(returned, { items: bought, returns: returnsOf.get(orderId) ?? [], payment });
    return {
      ...viewReturn(returned, bought),
      orderNumber: order.number,
      customer: customerOf(order),
      restocked,
      refundCents: status === 'requested' || status === 'accepted' ? refundCents : null,
      refundableCents: payment ? refundableCents(payment) : 0,
    };
  });
}
