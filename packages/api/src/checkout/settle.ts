import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { mergeInto } from '../cart/merge.ts';
import { lockCart } from '../cart/owner.ts';
import type { Shop } from '../context.ts';
import { adoptAttempts } from '../orders/attempts.ts';
import { restock } from '../orders/stock.ts';
import { step } from '../orders/transition.ts';
import type { ChargeOutcome } from '../payments/provider.ts';
import { payRefunds, promiseRest, refundableCents } from './refunds.ts';

/** An order with its payment, both locked until the transaction ends. */
export interface LockedOrder {
  order: Order;
  payment: Payment;
}

/** Locks in this order everywhere: the order, then its payment. */
export async function lockOrder(orderId: number): Promise<LockedOrder> {
  const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true });
  const payment = await Payment.findOne({ where: { orderId }, lock: true, rejectOnEmpty: true });
  return { order, payment };
}

/**
 * The last step of a checkout: writes down what the provider said. Whoever learns it first does it;
 * for everybody after that there is nothing left to do.
 */
export async function settle(shop: Shop, orderId: number, outcome: ChargeOutcome): Promise<void> {
  if (outcome.state === 'unknown') return;
  await shop.database.transaction(async () => {
    if (outcome.state === 'captured') {
      const locked = await lockOrder(orderId);
      if (locked.payment.status === 'pending') await captured(locked);
    } else {
      // What could not be paid comes back into the cart, which is locked before any order.
      const { userId } = await Order.findByPk(orderId, { attributes: ['userId'], raw: true, rejectOnEmpty: true });
      const cart = await lockCart({ userId });
      const locked = await lockOrder(orderId);
      if (locked.payment.status === 'pending') await declined(locked, cart.id, outcome.code);
    }
  });
  await payRefunds(shop, orderId);
}

async function captured({ order, payment }: LockedOrder): Promise<void> {
  await payment.update({ status: 'captured' });
  if (order.status === 'pending') {
    await step(order, 'paid');
    return adoptAttempts(order);
  }
  // Cancelled while the money was on its way: it goes straight back, and the cancellation tells how much.
  const { status, id: orderId } = order;
  if (payment.amountCents > 0) {
    await OrderEvent.update({ amountCents: refundableCents(payment) }, { where: { orderId, status } });
  }
  await promiseRest(payment);
}

async function declined({ order, payment }: LockedOrder, cartId: number, failureCode: string): Promise<void> {
  await payment.update({ status: 'declined', failureCode });
  if (order.status !== 'pending') return;
  await step(order, 'payment_failed');
  const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
  await restock(items.map((item) => ({ item })));
  await mergeInto(
    cartId,
    items.flatMap(({ variantId, quantity, unitPriceCents }) =>
      variantId === null ? [] : [{ variantId, quantity, unitPriceCents }],
    ),
  );
}
