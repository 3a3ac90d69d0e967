import { Payment } from '@lantern/db/models/payment';
import { Op, type WhereOptions } from '@lantern/db/query';
import { type ChargeOutcome, type PaymentServices, ProviderUnavailable } from '../payments/provider.ts';
import { processOverdueRefunds } from '../payments/refunds.ts';
import { ago, MINUTE_MS, SECOND_MS } from '../shared/dates.ts';
import { claimPayment } from './claim-payment.ts';
import { settle } from './settle.ts';

/** How many payments are settled concurrently, so that one silent request does not hold up all the others. */
const BATCH = 10;

/** How long a payment is left to the request that captures it before the provider is asked, in milliseconds. */
const ASK_AFTER_MS = 2 * SECOND_MS;

/** How long a refund must be untouched, in milliseconds, to be asked for again: under its key, that changes nothing. */
const REFUND_AFTER_MS = 3 * SECOND_MS;

/** How long a payment must be untouched, in milliseconds, to count as abandoned. */
function abandonedAfterMs({ payments }: PaymentServices): number {
  return payments.captureTimeoutMs + SECOND_MS;
}

/**
 * Finishes what a crash or a silent provider left half done: settles pending payments as soon as the provider knows
 * what became of them, gives abandoned ones up, and processes overdue refunds: those that nobody has touched for
 * `olderThanMs` by the database's clock, or else for as long as each may take. Touching the row claims it, so that
 * usually only one of several servers calls the provider; should two do so, idempotency keys and `settle` still
 * yield one result. Stops early, losing nothing, once `cancelled`.
 */
export async function reconcile(
  services: PaymentServices,
  olderThanMs?: number,
  cancelled?: AbortSignal,
): Promise<void> {
  const now = await services.database.now();
  const before = ago(olderThanMs ?? abandonedAfterMs(services), now);
  const results = await Promise.allSettled([
    settleAnswered(services, { before, now }, cancelled),
    settleAbandoned(services, before, cancelled),
    processOverdueRefunds(services, ago(olderThanMs ?? REFUND_AFTER_MS, now), cancelled),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * Asks what became of payments that nobody has given up yet: the process that captured them may be gone. Nothing is
 * claimed, since asking changes nothing, and of several that settle the first one does.
 */
function settleAnswered(
  services: PaymentServices,
  { before, now }: Record<'before' | 'now', Date>,
  cancelled?: AbortSignal,
): Promise<void> {
  // Also those from before the database's clock was set back: they would not be abandoned for as long.
  const isDue = { [Op.or]: [{ [Op.lte]: ago(ASK_AFTER_MS, now) }, { [Op.gt]: ago(-MINUTE_MS, now) }] };
  return forEachPending(services, { updatedAt: { [Op.gt]: before, ...isDue } }, cancelled, async (payment) => {
    const outcome = await outcomeSoFar(services, payment, cancelled);
    if (outcome) await settle(services, payment, outcome);
  });
}

/** Null while the provider knows nothing of it, or does not answer. */
async function outcomeSoFar(
  { payments }: PaymentServices,
  { amountCents, idempotencyKey }: Payment,
  cancelled?: AbortSignal,
): Promise<ChargeOutcome | null> {
  if (amountCents === 0) return { state: 'captured' };
  try {
    return await payments.find(idempotencyKey, cancelled);
  } catch (error) {
    if (error instanceof ProviderUnavailable) return null;
    throw error;
  }
}

function settleAbandoned(services: PaymentServices, before: Date, cancelled?: AbortSignal): Promise<void> {
  return forEachPending(services, { updatedAt: { [Op.lte]: before } }, cancelled, (payment) =>
    finish(services, payment, before, cancelled),
  );
}

/** Calls `work` with each pending payment that was last touched at such a time. */
async function forEachPending(
  services: PaymentServices,
  touched: WhereOptions<Payment>,
  cancelled: AbortSignal | undefined,
  work: (payment: Payment) => Promise<void>,
): Promise<void> {
  for (let last = 0; !cancelled?.aborted; ) {
    const left = await Payment.findAll({
      where: { [Op.and]: [{ id: { [Op.gt]: last }, status: 'pending' }, touched] },
      order: ['id'],
      limit: BATCH,
      raw: true,
    });
    await Promise.all(
      left.map((payment) =>
        work(payment).catch((error: unknown) => {
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
