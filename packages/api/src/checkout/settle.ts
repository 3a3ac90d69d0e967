import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { mergeInto } from '../cart/merge.ts';
import { lockCart } from '../cart/owner.ts';
import { claimAttempts } from '../orders/attempts.ts';
import { restock } from '../orders/stock.ts';
import { transition } from '../orders/transition.ts';
import type { ChargeOutcome, PaymentServices } from '../payments/provider.ts';
import { processRefunds, refundableCents, refundRemainder } from '../payments/refunds.ts';

/**
 * The last step of a checkout: records the provider's outcome. Safe to call repeatedly and from several
 * processes at once; only the first call changes anything. Returns the order as it is then, or null if the
 * outcome is unknown.
 */
export async function settle(
  services: PaymentServices,
  payment: Payment,
  outcome: ChargeOutcome,
): Promise<Order | null> {
  if (outcome.state === 'unknown') return null;
  const order = await services.database.transaction(() =>
    outcome.state === 'captured' ? settleCaptured(payment) : settleDeclined(services, payment, outcome.code),
  );
  // A refund is due only on an order that was closed in the meantime.
  if (order.status !== 'paid') await processRefunds(services, order.id);
  return order;
}

/** Records the outcome of a payment, whose order is locked; false if it was recorded before. */
async function recordOutcome(
  { id }: Payment,
  outcome: Partial<Pick<Payment, 'status' | 'failureCode'>>,
): Promise<boolean> {
  const [recorded] = await Payment.update(outcome, { where: { id, status: 'pending' } });
  return recorded === 1;
}

async function settleCaptured(payment: Payment): Promise<Order> {
  const order = await Order.findByPk(payment.orderId, { lock: true, rejectOnEmpty: true });
  if (!(await recordOutcome(payment, { status: 'captured' }))) return order;
  if (order.status === 'pending') {
    await transition(order, 'paid');
    await claimAttempts(order);
  } else {
    await refundClosed(order);
  }
  return order;
}

/** For an order that was cancelled while the charge was in flight: records the amount on the cancellation's event. */
async function refundClosed({ id: orderId, status }: Order): Promise<void> {
  const payment = await Payment.findOne({ where: { orderId }, lock: true, rejectOnEmpty: true });
  if (payment.amountCents > 0) {
    await OrderEvent.update({ amountCents: refundableCents(payment) }, { where: { orderId, status } });
  }
  await refundRemainder(payment);
}

async function settleDeclined({ database }: PaymentServices, payment: Payment, failureCode: string): Promise<Order> {
  // The unpaid items return to the cart, which must be locked before any order.
  const { orderId } = payment;
  const { userId } = await Order.findByPk(orderId, { attributes: ['userId'], raw: true, rejectOnEmpty: true });
  const cart = await lockCart(database, { userId });
  const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true });
  const isNew = await recordOutcome(payment, { status: 'declined', failureCode });
  if (isNew && order.status === 'pending') await returnToCart(order, cart.id);
  return order;
}

async function returnToCart(order: Order, cartId: number): Promise<void> {
  await transition(order, 'payment_failed');
  const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
  await restock(items.map((item) => ({ item })));
  await mergeInto(
    cartId,
    items.flatMap(({ variantId, quantity, unitPriceCents }) =>
      variantId === null ? [] : [{ variantId, quantity, unitPriceCents }],
    ),
  );
}
