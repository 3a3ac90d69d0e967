import { actingAsSystem } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import type { LockedOrder } from '../order-status/lock-order.ts';
import { transition } from '../order-status/transition.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { processRefunds, refundRemainder } from '../payments/refunds.ts';
import { restock } from '../stock/stock.ts';
import { settle } from './settle.ts';

interface Closing {
  to: 'cancelled' | 'refunded';
  /** Whether to restock the items that have not come back yet. */
  restockItems: boolean;
  note?: string | null;
}

/**
 * Closes a locked order and creates a refund of everything that was paid. Call `settleMoney` after the commit.
 * @throws {ShopError} CONFLICT `illegal_transition`, with nothing changed.
 */
export async function closeOrder(
  services: WithDatabase,
  { order, payment }: LockedOrder,
  { to, restockItems, note = null }: Closing,
): Promise<void> {
  await transition(order, to, { note, refund: await refundRemainder(services, payment) });
  if (restockItems) {
    const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
    await restock(
      items.map((item) => ({ item })),
      to === 'cancelled' ? 'cancellation' : 'refund',
    );
  }
}

/**
 * Moves the money of a closed order: voids a payment that is still pending, processes pending refunds.
 * If the provider is unavailable the order stays closed, and the reconciler retries.
 */
export function settleMoney(services: PaymentServices, orderId: number): Promise<void> {
  return actingAsSystem(async () => {
    const payment = await Payment.findOne({ where: { orderId }, raw: true, rejectOnEmpty: true });
    // If the charge was captured before the void, settling refunds it.
    if (payment.status === 'pending')
      await settle(services, payment, await services.payments.void(payment.idempotencyKey));
    else await processRefunds(services, orderId);
  });
}
