import { actingAsSystem } from '@lantern/db/activity/actor';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { Op, type WhereOptions } from '@lantern/db/query';
import { formatCents } from '@lantern/text/euros';
import { ShopError } from '../shared/shop-error.ts';
import type { PaymentServices } from './provider.ts';

/** Asked at once: one that gets no answer must not keep all the others waiting. */
const BATCH = 10;

/** What is left of a payment to give back, in integer cents. */
export function refundableCents({ status, amountCents, refundedCents }: Payment): number {
  return status === 'pending' || status === 'declined' ? 0 : amountCents - refundedCents;
}

interface RefundDraft {
  /** What makes it one refund at the provider's. */
  idempotencyKey: string;
  /** Integer cents. */
  amountCents: number;
  /** Of what the key was used for, where a client chose the key. */
  payloadHash?: string;
}

/**
 * Promises money back, in the transaction of whatever is the reason for it and with the payment locked:
 * from here on it is owed, and a crash loses nothing. `processRefunds` pays it, once this is committed.
 * @throws {ShopError} CONFLICT `refund_too_large` above what is left of the capture.
 */
export async function createRefund(payment: Payment, refund: RefundDraft): Promise<void> {
  const { amountCents } = refund;
  const left = refundableCents(payment);
  if (amountCents > left) {
    const message = left === 0 ? 'Nothing refundable' : `At most ${formatCents(left)} can be refunded.`;
    throw new ShopError('CONFLICT', message, {
      reason: 'refund_too_large',
      details: { refundableCents: left },
    });
  }
  await Refund.create({ ...refund, paymentId: payment.id, status: 'due' });
  await payment.update({ status: 'refund_due', refundedCents: payment.refundedCents + amountCents });
}

/** Promises all that is left of a payment. An order ends only once, so one key does for it. */
export async function refundRemainder(payment: Payment): Promise<void> {
  const left = refundableCents(payment);
  if (left > 0) await createRefund(payment, { idempotencyKey: `${payment.idempotencyKey}-refund`, amountCents: left });
  // What has cost nothing is paid back by saying so.
  else if (payment.status === 'captured') await payment.update({ status: 'refunded' });
}

/** Pays what is owed for an order, as far as the provider can be reached; the reconciler pays the rest later. */
export async function processRefunds(services: PaymentServices, orderId: number): Promise<void> {
  await processAll(services, await pendingRefunds({ '$payment.orderId$': orderId }));
}

/** Pays what has been owed for so long that whoever promised it must have failed to. */
export async function processOverdueRefunds(
  services: PaymentServices,
  before: Date,
  cancelled?: AbortSignal,
): Promise<void> {
  for (let last = 0; !cancelled?.aborted; ) {
    const due = await pendingRefunds({ id: { [Op.gt]: last }, updatedAt: { [Op.lte]: before } });
    const taken = await Promise.all(due.map((refund) => takeUp(services, refund, before)));
    await processAll(
      services,
      due.filter((_, index) => taken[index]),
      cancelled,
    );
    if (due.length < BATCH) return;
    last = due.at(-1)?.id ?? last;
  }
}

/** Touches a due refund, so that no other server asks for it meanwhile; false where one has been quicker. */
async function takeUp({ database }: PaymentServices, { id }: Refund, before: Date): Promise<boolean> {
  const where = { id, status: 'due' as const, updatedAt: { [Op.lte]: before } };
  const [taken] = await database.transaction(() => Refund.update({ status: 'due' }, { where }));
  return taken === 1;
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

/** What follows from the promise is no admin's change any more: the log has told it already. */
function processAll(services: PaymentServices, due: Refund[], cancelled?: AbortSignal): Promise<void> {
  return actingAsSystem(async () => {
    await Promise.all(
      due.map((refund) =>
        pay(services, refund, cancelled).catch((error: unknown) => {
          services.log.error({ err: error, refund: refund.idempotencyKey }, 'a refund could not be paid and stays due');
        }),
      ),
    );
  });
}

/** The key makes it one refund, however often and by however many servers it is asked for. */
async function pay(services: PaymentServices, refund: Refund, cancelled?: AbortSignal): Promise<void> {
  const { id, paymentId, idempotencyKey: key, amountCents, payment } = refund;
  if (!payment) throw new Error('A refund is read with its payment.');
  await services.payments.refund({ key, chargeKey: payment.idempotencyKey, amountCents }, cancelled);
  await services.database.transaction(async () => {
    const locked = await Payment.findByPk(paymentId, { lock: true, rejectOnEmpty: true });
    await Refund.update({ status: 'done' }, { where: { id } });
    if ((await Refund.count({ where: { paymentId, status: 'due' } })) > 0) return;
    await locked.update({ status: locked.refundedCents === locked.amountCents ? 'refunded' : 'captured' });
  });
}
