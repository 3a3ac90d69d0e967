import { actingAsShop } from '@lantern/db/activity/actor';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { payRefunds, promiseRest, refundableCents } from '../checkout/refunds.ts';
import { type LockedOrder, settle } from '../checkout/settle.ts';
import type { Shop } from '../context.ts';
import { restock } from './stock.ts';
import { step } from './transition.ts';

interface Ending {
  to: 'cancelled' | 'refunded';
  /** Whether what has not come back yet goes back on the shelf. */
  goods: boolean;
  note?: string | null;
}

/**
 * Ends a locked order and promises all of its money back. Call `releaseMoney` once that is committed.
 * @throws {ShopError} CONFLICT `illegal_transition`, with nothing changed.
 */
export async function endOrder({ order, payment }: LockedOrder, { to, goods, note = null }: Ending): Promise<void> {
  await step(order, to, { note, refundCents: refundableCents(payment) });
  if (goods) {
    const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] });
    await restock(items.map((item) => ({ item })));
  }
  await promiseRest(payment);
}

/**
 * Lets the money follow what was decided: stops a payment that is on its way, pays what is owed back.
 * While the provider is away the decision stands, and the reconciler tries again.
 */
export function releaseMoney(shop: Shop, orderId: number): Promise<void> {
  return actingAsShop(async () => {
    const payment = await Payment.findOne({ where: { orderId }, raw: true, rejectOnEmpty: true });
    // Where the payment was quicker than we are, it is paid back.
    if (payment.status === 'pending') await settle(shop, orderId, await shop.payments.close(payment.providerKey));
    else await payRefunds(shop, orderId);
  });
}
