import type { Database } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { setCoupon } from '../cart/coupon.ts';
import { mergeInto } from '../cart/merge.ts';
import { type CartOwner, type LockedCart, lockCart } from '../cart/owner.ts';
import type { OrderStatus } from '../order-status/order-status.ts';
import { queueRefundMail } from '../order-status/step-mail.ts';
import { transition, transitionFrom } from '../order-status/transition.ts';
import { claimAttempts } from '../orders/attempts.ts';
import { queueOrderPlaced } from '../outbox/queue.ts';
import type { ChargeOutcome, PaymentServices } from '../payments/provider.ts';
import { noteInvoicingDue, processRefunds, refundRemainder } from '../payments/refunds.ts';
import { restock } from '../stock/stock.ts';

/** The payment to settle. */
type SettledPayment = Pick<Payment, 'id' | 'orderId'>;

/**
 * The last step of a checkout: records the provider's outcome. Safe to call repeatedly and from several
 * processes at once; only the first call changes anything. Returns the status of the order then, or null if the
 * outcome is unknown.
 */
export async function settle(
  services: PaymentServices,
  payment: SettledPayment,
  outcome: ChargeOutcome,
): Promise<OrderStatus | null> {
  if (outcome.state === 'unknown') return null;
  const status = await services.database.transaction(() =>
    outcome.state === 'captured' ? settleCaptured(services, payment) : settleDeclined(services, payment, outcome.code),
  );
  // A refund is due only on an order that was closed in the meantime.
  if (status !== 'paid') await processRefunds(services, payment.orderId);
  return status;
}

/** Records the outcome of a payment, whose order is locked; false if it was recorded before. */
async function recordOutcome(
  { id }: SettledPayment,
  outcome: Partial<Pick<Payment, 'status' | 'failureCode' | 'invoicing'>>,
): Promise<boolean> {
  const [recorded] = await Payment.update(outcome, { where: { id, status: 'pending' } });
  return recorded === 1;
}

async function settleCaptured({ database }: PaymentServices, payment: SettledPayment): Promise<OrderStatus> {
  noteInvoicingDue();
  if (await markPaid(database, payment)) return 'paid';
  const order = await Order.findByPk(payment.orderId, { lock: true, rejectOnEmpty: true });
  if (await recordOutcome(payment, { status: 'captured', invoicing: 'due' })) await refundClosed(database, order);
  return order.status;
}

/** Moves a pending order on, without reading it first; false, with nothing changed, if it is not pending any more. */
async function markPaid(database: Database, { id, orderId }: SettledPayment): Promise<boolean> {
  // The order first, then its payment: see `lockOrder`.
  if (!(await transitionFrom(database, orderId, 'pending', 'paid'))) return false;
  const { affectedRows } = await database.execute(
    "UPDATE payments SET status = 'captured', invoicing = 'due', updatedAt = ? WHERE id = ? AND status = 'pending'",
    [new Date(), id],
  );
  if (affectedRows === 0) throw new Error(`Order ${orderId} is pending, but its payment is not.`);
  await claimAttempts(database, orderId);
  await queueOrderPlaced(database, orderId);
  return true;
}

/** For an order that was cancelled while the charge was in flight: records the amount on the cancellation's event. */
async function refundClosed(database: Database, order: Order): Promise<void> {
  const { id: orderId, status } = order;
  const payment = await Payment.findOne({ where: { orderId }, lock: true, rejectOnEmpty: true });
  const refund = await refundRemainder({ database }, payment);
  if (!refund) return;
  const { amountCents } = refund;
  await OrderEvent.update({ amountCents }, { where: { orderId, status } });
  // The mail of the cancellation could not say so yet.
  await queueRefundMail(order, refund, null);
}

async function settleDeclined(
  { database }: PaymentServices,
  payment: SettledPayment,
  failureCode: string,
): Promise<OrderStatus> {
  // The unpaid items return to the cart, which must be locked before any order.
  const { orderId } = payment;
  const cart = await lockCart(database, await cartOwnerOf(orderId));
  const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true });
  const isNew = await recordOutcome(payment, { status: 'declined', failureCode });
  if (isNew && order.status === 'pending') await returnToCart(database, order, cart);
  return order.status;
}

/** The owner of the cart that an order was made from; if a guest has logged in since, `lockCart` finds the account's. */
async function cartOwnerOf(orderId: number): Promise<CartOwner> {
  const { userId, guestHash: tokenHash } = await Order.findByPk(orderId, {
    attributes: ['userId', 'guestHash'],
    raw: true,
    rejectOnEmpty: true,
  });
  if (userId !== null) return { userId };
  if (tokenHash !== null) return { tokenHash };
  throw new Error(`Order ${orderId} was placed by nobody.`);
}

async function returnToCart(database: Database, order: Order, cart: LockedCart): Promise<void> {
  await transition(order, 'payment_failed');
  const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
  await restock(
    items.map((item) => ({ item })),
    'payment_failed',
  );
  if (order.couponCode !== null && cart.couponCode === null) await setCoupon(database, cart.id, order.couponCode);
  await mergeInto(
    cart.id,
    items.flatMap(({ variantId, quantity, unitPriceCents }) =>
      variantId === null ? [] : [{ variantId, quantity, unitPriceCents }],
    ),
  );
}
