import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import type { ChargeOutcome, PaymentServices } from '../payments/provider.ts';
import { processOverdueRefunds } from '../payments/refunds.ts';
import { ago, SECOND_MS } from '../shared/dates.ts';
import { settle } from './settle.ts';

/** How many payments are settled concurrently, so that one silent request does not hold up all the others. */
const BATCH = 10;

/** How long a payment or refund must be untouched, in milliseconds, to count as abandoned. */
function abandonedAfterMs({ payments }: PaymentServices): number {
  return payments.captureTimeoutMs + SECOND_MS;
}

/**
 * Finishes what a crash or a silent provider left half done: settles each abandoned pending payment with the
 * provider, and processes overdue refunds. Touching the row claims it, so that usually only one of several
 * servers calls the provider; should two do so, idempotency keys and `settle` still yield one result.
 * Stops early, losing nothing, once `cancelled`.
 */
export async function reconcile(
  services: PaymentServices,
  olderThanMs = abandonedAfterMs(services),
  cancelled?: AbortSignal,
): Promise<void> {
  const before = ago(olderThanMs);
  const results = await Promise.allSettled([
    settlePending(services, before, cancelled),
    processOverdueRefunds(services, before, cancelled),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
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
  const { idempotencyKey, amountCents } = payment;
  if (!(await claimPayment(services, payment, before))) return;
  // Void the key first: a charge still in flight must not be captured after we have settled.
  const outcome: ChargeOutcome =
    amountCents === 0 ? { state: 'captured' } : await services.payments.void(idempotencyKey, cancelled);
  await settle(services, payment, outcome);
}

/**
 * Claims a pending payment for this process by touching its row. False if the payment is settled, or was
 * touched after `before`.
 */
export async function claimPayment(
  { database }: PaymentServices,
  { id }: Pick<Payment, 'id'>,
  before: Date,
): Promise<boolean> {
  const where = { id, status: 'pending' as const, updatedAt: { [Op.lte]: before } };
  const [taken] = await database.transaction(() => Payment.update({ status: 'pending' }, { where }));
  return taken === 1;
}
