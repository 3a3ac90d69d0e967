import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import type { Shop } from '../context.ts';
import { ago, MINUTE_MS } from '../shared/dates.ts';
import { payOverdueRefunds } from './refunds.ts';
import { settle } from './settle.ts';

/** Longer than any checkout takes, so that only the abandoned ones are touched. */
const ABANDONED_AFTER_MS = MINUTE_MS;
const BATCH = 50;

/**
 * Finishes what a crash or a silent provider left half done: asks the provider what became of each
 * old pending payment, and pays back what is still owed. Safe on several servers at once.
 */
export async function reconcile(shop: Shop, olderThanMs = ABANDONED_AFTER_MS): Promise<void> {
  const before = ago(olderThanMs);
  await settlePending(shop, before);
  await payOverdueRefunds(shop, before);
}

async function settlePending(shop: Shop, before: Date): Promise<void> {
  for (let last = 0; ; ) {
    const left = await Payment.findAll({
      where: { id: { [Op.gt]: last }, status: 'pending', updatedAt: { [Op.lte]: before } },
      order: ['id'],
      limit: BATCH,
      raw: true,
    });
    for (const payment of left) {
      last = payment.id;
      await finish(shop, payment).catch((error: unknown) => {
        shop.log.error({ err: error, orderId: payment.orderId }, 'a payment could not be reconciled');
      });
    }
    if (left.length < BATCH) return;
  }
}

async function finish(shop: Shop, { orderId, providerKey, amountCents }: Payment): Promise<void> {
  if (amountCents === 0) return settle(shop, orderId, { state: 'captured' });
  // Closing the key first: a charge that is still on its way must not arrive after the verdict.
  return settle(shop, orderId, await shop.payments.close(providerKey));
}
