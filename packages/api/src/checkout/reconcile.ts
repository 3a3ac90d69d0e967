import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import type { PaymentServices } from '../payments/provider.ts';
import { processOverdueRefunds } from '../payments/refunds.ts';
import { ago, SECOND_MS } from '../shared/dates.ts';
import { settle } from './settle.ts';

/** Asked at once: one that gets no answer must not keep all the others waiting. */
const BATCH = 10;

/** How long a payment or refund must be untouched, in milliseconds, before it counts as left behind. */
function abandonedAfterMs({ payments }: PaymentServices): number {
  return payments.patienceMs + SECOND_MS;
}

/**
 * Finishes what a crash or a silent provider left half done: asks the provider what became of each pending
 * payment that nobody works on any more, and pays back what is still owed. Whoever takes one up touches its
 * row first, so that of several servers one asks; and were it two, settling and keys make it one all the same.
 * Ends early, with nothing lost, once `cancelled`.
 */
export async function reconcile(
  services: PaymentServices,
  olderThanMs = abandonedAfterMs(services),
  cancelled?: AbortSignal,
): Promise<void> {
  const before = ago(olderThanMs);
  const rounds = await Promise.allSettled([
    settlePending(services, before, cancelled),
    processOverdueRefunds(services, before, cancelled),
  ]);
  for (const round of rounds) if (round.status === 'rejected') throw round.reason;
}

async function settlePending(services: PaymentServices, before: Date, cancelled?: AbortSignal): Promise<void> {
  for (let last = 0; !cancelled?.aborted; ) {
    const left = await Payment.findAll({
      where: { id: { [Op.gt]: last }, status: 'pending', updatedAt: { [Op.lte]: before } },
      order: ['id'],
      limit: BATCH,
      raw: true,
    });
    await Promise.all(
      left.map((payment) =>
        finish(services, payment, before, cancelled).catch((error: unknown) => {
          services.log.error({ err: error, orderId: payment.orderId }, 'a payment could not be reconciled');
        }),
      ),
    );
    if (left.length < BATCH) return;
    last = left.at(-1)?.id ?? last;
  }
}

async function finish(
  services: PaymentServices,
  payment: Payment,
  before: Date,
  cancelled?: AbortSignal,
): Promise<void> {
  const { orderId, idempotencyKey, amountCents } = payment;
  if (!(await takeUp(services, payment, before))) return;
  if (amountCents === 0) return settle(services, orderId, { state: 'captured' });
  // Closing the key first: a charge that is still on its way must not arrive after the verdict.
  return settle(services, orderId, await services.payments.void(idempotencyKey, cancelled));
}

/**
 * Says that this process works on a pending payment from now on, by touching its row. False where it is
 * settled, or where somebody has touched it after `before`.
 */
export async function takeUp({ database }: PaymentServices, { id }: Payment, before: Date): Promise<boolean> {
  const where = { id, status: 'pending' as const, updatedAt: { [Op.lte]: before } };
  const [taken] = await database.transaction(() => Payment.update({ status: 'pending' }, { where }));
  return taken === 1;
}
