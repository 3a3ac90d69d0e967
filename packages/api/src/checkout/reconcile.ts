import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import type { Shop } from '../context.ts';
import { ago, MINUTE_MS } from '../shared/dates.ts';
import { payBack, settle } from './settle.ts';

/** Longer than any checkout takes, so that only the abandoned ones are touched. */
const ABANDONED_AFTER_MS = MINUTE_MS;
const BATCH = 50;

/**
 * Finishes what a crash or a silent provider left half done: asks the provider what became of each
 * old pending payment, and pays back what is still owed. Safe on several servers at once.
 */
export async function reconcile(shop: Shop, olderThanMs = ABANDONED_AFTER_MS): Promise<void> {
  const left = await Payment.findAll({
    where: { status: ['pending', 'refund_due'], updatedAt: { [Op.lte]: ago(olderThanMs) } },
    order: ['id'],
    limit: BATCH,
    raw: true,
  });
  for (const { orderId, status, providerKey } of left) {
    try {
      if (status === 'refund_due') await payBack(shop, orderId);
      // Closing the key first: a charge that is still on its way must not arrive after the verdict.
      else await settle(shop, orderId, await shop.payments.close(providerKey));
    } catch (error) {
      shop.log.error({ err: error, orderId }, 'a payment could not be reconciled');
    }
  }
}
