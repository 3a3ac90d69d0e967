import { actingAsSystem } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { Op, type WhereOptions } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';
import { formatCents } from '@lantern/text/money';
import { ShopError } from '../shared/shop-error.ts';
import type { PaymentServices } from './provider.ts';

/** How many refunds are processed concurrently, so that one silent request does not hold up all the others. */
const BATCH = 10;

/** How much of a payment can still be refunded, in integer cents. */
export function refundableCents({ status, amountCents, refundedCents }: Payment): number {
  return status === 'pending' || status === 'declined' ? 0 : amountCents - refundedCents;
}

interface RefundDraft {
  /** Identifies the refund to the provider, so that retries do not refund twice. */
  idempotencyKey: string;
  /** Integer cents. */
  amountCents: number;
  /** The hash of the request the key was first used for, where a client chose the key. */
  payloadHash?: string;
}

/**
 * Records a pending refund and returns it, in the transaction of the change that causes it and with the payment locked, so
 * that a crash cannot lose it. `processRefunds` pays it after the commit.
 * @throws {ShopError} CONFLICT `refund_too_large` above what is left of the capture.
 */
export async function createRefund({ database }: WithDatabase, payment: Payment, refund: RefundDraft): Promise<Refund> {
  const { amountCents } = refund;
  const left = refundableCents(payment);
  if (amountCents > left) {
    const message = left === 0 ? 'Nothing refundable' : `At most ${formatCents(left)} can be refunded.`;
    throw new ShopError('CONFLICT', message, {
      reason: 'refund_too_large',
      details: { refundableCents: left },
    });
  }
  const due = { ...refund, paymentId: payment.id, status: 'due' as const };
  // By the database's clock, since any server processes it once it is overdue.
  const created = await Refund.create({ ...due, updatedAt: await database.now() }, { silent: true });
  // A payment without an invoice, from before there were any, gets no credit notes either.
  const invoicing = payment.invoicing && 'due';
  await payment.update({ status: 'refund_due', refundedCents: payment.refundedCents + amountCents, invoicing });
  if (invoicing) noteInvoicingDue();
  return created;
}

/** Call it in the transaction that sets `payments.invoicing`: the documents are issued soon after the commit. */
export function noteInvoicingDue(): void {
  const scope = TransactionScope.current();
  if (scope) scope.invoicingDue = true;
}

/**
 * Creates a refund of all that is left of a payment; null if nothing is. An order closes only once, so one key
 * suffices.
 */
export async function refundRemainder(services: WithDatabase, payment: Payment): Promise<Refund | null> {
  const left = refundableCents(payment);
  const idempotencyKey = `${payment.idempotencyKey}-refund`;
  if (left > 0) return createRefund(services, payment, { idempotencyKey, amountCents: left });
  // Nothing was charged, so only the status changes.
  if (payment.status === 'captured') await payment.update({ status: 'refunded' });
  return null;
}

/** Processes an order's pending refunds. Those the provider fails stay pending for the reconciler. */
export async function processRefunds(services: PaymentServices, orderId: number): Promise<void> {
  await processAll(services, await pendingRefunds({ '$payment.orderId$': orderId }));
}

/**
 * Processes refunds that nobody has touched since `before`, by the database's clock: the process that created them must
 * have failed.
 */
export async function processOverdueRefunds(
  services: PaymentServices,
  before: Date,
  cancelled?: AbortSignal,
): Promise<void> {
  for (let last = 0; !cancelled?.aborted; ) {
    const pending = await pendingRefunds({ id: { [Op.gt]: last }, updatedAt: { [Op.lte]: before } });
    const claimed = await Promise.all(pending.map((refund) => claimRefund(services, refund, before)));
    await processAll(
      services,
      pending.filter((_, index) => claimed[index]),
      cancelled,
    );
    if (pending.length < BATCH) return;
    last = pending.at(-1)?.id ?? last;
  }
}

/** Claims a pending refund by touching its row, so that no other server processes it; false if one already has. */
function claimRefund({ database }: PaymentServices, { id }: Refund, before: Date): Promise<boolean> {
  return database.transaction(async () => {
    const where = { id, status: 'due' as const, updatedAt: { [Op.lte]: before } };
    const touched = { status: 'due' as const, updatedAt: await database.now() };
    const [taken] = await Refund.update(touched, { where, silent: true });
    return taken === 1;
  });
}

function pendingRefunds(which: WhereOptions<Refund>): Promise<Refund[]> {
  return Refund.findAll({
    where: { [Op.and]: [{ status: 'due' }, which] },
    include: [{ model: Payment, attributes: ['idempotencyKey'] }],
    order: ['id'],
    limit: BATCH,
    raw: true,
    nest: true,
  });
}

/** As the system, not the admin: the log already records the refund's creation. */
function processAll(services: PaymentServices, refunds: Refund[], cancelled?: AbortSignal): Promise<void> {
  return actingAsSystem(async () => {
    await Promise.all(
      refunds.map((refund) =>
        pay(services, refund, cancelled).catch((error: unknown) => {
          services.log.error(
            { err: error, refund: refund.idempotencyKey },
            'a refund could not be processed and stays pending',
          );
        }),
      ),
    );
  });
}

/** The key makes it one refund, however often and by however many servers it is requested. */
async function pay(services: PaymentServices, refund: Refund, cancelled?: AbortSignal): Promise<void> {
  const { id, paymentId, idempotencyKey: key, amountCents, payment } = refund;
  if (!payment) throw new Error('A refund must be loaded with its payment.');
  await services.payments.refund({ key, chargeKey: payment.idempotencyKey, amountCents }, cancelled);
  await services.database.transaction(async () => {
    const locked = await Payment.findByPk(paymentId, { lock: true, rejectOnEmpty: true });
    await Refund.update({ status: 'done' }, { where: { id } });
    if ((await Refund.count({ where: { paymentId, status: 'due' } })) > 0) return;
    await locked.update({ status: locked.refundedCents === locked.amountCents ? 'refunded' : 'captured' });
  });
}
