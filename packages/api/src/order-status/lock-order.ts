import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';

/** An order with its payment, both locked until the transaction ends. */
export interface LockedOrder {
  order: Order;
  payment: Payment;
}

/** The one lock sequence, to avoid deadlocks: the order first, then its payment. */
export async function lockOrder(orderId: number): Promise<LockedOrder> {
  const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true });
  const payment = await Payment.findOne({ where: { orderId }, lock: true, rejectOnEmpty: true });
  return { order, payment };
}
