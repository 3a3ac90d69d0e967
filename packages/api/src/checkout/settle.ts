import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { mergeInto } from '../cart/merge.ts';
import { lockCart } from '../cart/owner.ts';
import { claimAttempts } from '../orders/attempts.ts';
import { type LockedOrder, lockOrder } from '../orders/lock-order.ts';
import { restock } from '../orders/stock.ts';
import { transition } from '../orders/transition.ts';
import type { ChargeOutcome, PaymentServices } from '../payments/provider.ts';
import { processRefunds, refundableCents, refundRemainder } from '../payments/refunds.ts';

/**
 * The last step of a checkout: records the provider's outcome. Safe to call repeatedly and from several
 * processes at once; only the first call changes anything.
 */
export async function settle(services: PaymentServices, orderId: number, outcome: ChargeOutcome): Promise<void> {
  if (outcome.state === 'unknown') return;
  await services.database.transaction(async () => {
    if (outcome.state === 'captured') {
      const locked = await lockOrder(orderId);
      if (locked.payment.status === 'pending') await captured(locked);
    } else {
      // The unpaid items return to the cart, which must be locked before any order.
      const { userId } = await Order.findByPk(orderId, { attributes: ['userId'], raw: true, rejectOnEmpty: true });
      const cart = await lockCart({ userId });
      const locked = await lockOrder(orderId);
      if (locked.payment.status === 'pending') await declined(locked, cart.id, outcome.code);
    }
  });
  await processRefunds(services, orderId);
}

async function captured({ order, payment }: LockedOrder): Promise<void> {
  await payment.update({ status: 'captured' });
  if (order.status === 'pending') {
    await transition(order, 'paid');
    return claimAttempts(order);
  }
  // Cancelled while the charge was in flight: refund it at once, and record the amount on the cancellation's event.
  const { status, id: orderId } = order;
  if (payment.amountCents > 0) {
    await OrderEvent.update({ amountCents: refundableCents(payment) }, { where: { orderId, status } });
  }
  await refundRemainder(payment);
}

async function declined({ order, payment }: LockedOrder, cartId: number, failureCode: string): Promise<void> {
  await payment.update({ status: 'declined', failureCode });
  if (order.status !== 'pending') return;
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
