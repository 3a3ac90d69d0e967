import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { mergeInto } from '../cart/merge.ts';
import { lockCart } from '../cart/owner.ts';
import type { Shop } from '../context.ts';
import { returnStock } from '../orders/stock.ts';
import { step } from '../orders/transition.ts';
import { type ChargeOutcome, ProviderUnavailable } from '../payments/provider.ts';

/** An order with its payment, both locked until the transaction ends. */
interface Locked {
  order: Order;
  payment: Payment;
}

/** Locks in this order everywhere: the order, then its payment. */
export async function lockOrder(orderId: number): Promise<Locked> {
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
    const locked = await lockOrder(orderId);
    if (locked.payment.status !== 'pending') return;
    if (outcome.state === 'captured') await captured(locked);
    else await declined(locked, outcome.code);
  });
  await payBack(shop, orderId);
}

async function captured({ order, payment }: Locked): Promise<void> {
  if (order.status === 'pending') {
    await payment.update({ status: 'captured' });
    await step(order, 'paid');
  } else {
    // Cancelled while the money was on its way: it goes straight back.
    await payment.update({ status: 'refund_due' });
  }
}

async function declined({ order, payment }: Locked, failureCode: string): Promise<void> {
  await payment.update({ status: 'declined', failureCode });
  if (order.status !== 'pending') return;
  await step(order, 'payment_failed');
  const lines = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'], raw: true });
  await returnStock(lines);
  const cart = await lockCart({ userId: order.userId });
  await mergeInto(
    cart.id,
    lines.flatMap(({ variantId, ...line }) => (variantId === null ? [] : [{ variantId, ...line }])),
  );
}

/**
 * Gives back what a cancelled order has paid. The key makes it one refund, however often and by
 * however many servers it is asked for. While the provider is away it stays due.
 */
export async function payBack(shop: Shop, orderId: number): Promise<void> {
  const due = await Payment.findOne({ where: { orderId, status: 'refund_due' }, raw: true });
  if (!due) return;
  const { id, providerKey, amountCents } = due;
  try {
    if (amountCents > 0) {
      await shop.payments.refund({ key: `${providerKey}-refund`, chargeKey: providerKey, amountCents });
    }
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
    shop.log.warn({ orderId }, 'a refund has to wait for the provider');
    return;
  }
  await shop.database.transaction(() =>
    Payment.update({ status: 'refunded', refundedCents: amountCents }, { where: { id, status: 'refund_due' } }),
  );
}
