import type { Payment, PaymentStatus } from '@lantern/db/models/payment';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Refund } from '@lantern/db/models/refund';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { lockedPayment, nameOf, takenStatuses } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/** What a payment says was given back, and whether that is done, against its refunds; and its amount, against its order's. */
export const paymentSums = byRow({
  name: 'payment-sums',
  table: 'payments',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT p.id AS id FROM payments p JOIN orders o ON o.id = p.orderId
       LEFT JOIN (SELECT paymentId, SUM(amountCents) AS cents, MAX(status = 'due') AS isDue FROM refunds
         WHERE paymentId > :after AND paymentId <= :through GROUP BY paymentId) r ON r.paymentId = p.id
       WHERE p.id > :after AND p.id <= :through AND (
         p.refundedCents <> COALESCE(r.cents, 0) OR p.amountCents <> o.totalCents
         OR (p.status IN ('captured', 'refund_due', 'refunded') AND p.amountCents > 0 AND p.status <> CASE
           WHEN r.isDue = 1 THEN 'refund_due' WHEN p.amountCents = COALESCE(r.cents, 0) THEN 'refunded'
           ELSE 'captured' END)
       ) ORDER BY p.id`,
      range,
    ),
  async examine(_, id) {
    const locked = await lockedPayment({ id });
    if (!locked) return [];
    const { order, payment } = locked;
    const where = nameOf(order);
    const findings: Finding[] = [];
    if (payment.amountCents !== order.totalCents) {
      const advice = 'What was charged is not what the order costs: refund the rest, or ask the customer for it.';
      findings.push({ what: 'amountCents', where, expected: order.totalCents, found: payment.amountCents, advice });
    }
    const refunds = await Refund.findAll({ where: { paymentId: id }, raw: true });
    const unsent = (await areSent(payment, refunds)) ? null : UNSENT;
    const expected = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (payment.refundedCents !== expected) {
      const isTooMuch = expected > payment.amountCents;
      const advice = isTooMuch ? 'More was refunded than was paid: ask the payment provider what was sent.' : unsent;
      findings.push({ what: 'payment.refundedCents', where, expected, found: payment.refundedCents, advice });
    }
    const status = statusOf(payment, refunds);
    if (payment.status !== status) {
      findings.push({ what: 'payment.status', where, expected: status, found: payment.status, advice: unsent });
    }
    return findings;
  },
  async mend(_, id, findings) {
    const locked = await lockedPayment({ id });
    if (!locked) return;
    const { order, payment } = locked;
    const refunds = await Refund.findAll({ where: { paymentId: id }, raw: true });
    for (const { what, expected } of findings) {
      const isStatus = what === 'payment.status';
      await payment.update(isStatus ? { status: statusOf(payment, refunds) } : { refundedCents: Number(expected) });
    }
    logRepair(order, findings);
  },
});

const UNSENT = 'Its refunds are not those that the provider has sent: put them right first.';

/** Whether the provider has sent what counts as refunded and nothing else, so that other figures may follow from it. */
async function areSent({ provider, idempotencyKey: chargeKey }: Payment, refunds: Refund[]): Promise<boolean> {
  if (provider !== 'simulated') return true;
  const sent = await ProviderRefund.findAll({ where: { chargeKey }, raw: true });
  const sentOf = new Map(sent.map(({ key, amountCents }) => [key, amountCents]));
  const known = new Set(refunds.map(({ idempotencyKey }) => idempotencyKey));
  const done = refunds.filter(({ status }) => status === 'done');
  return (
    sent.every(({ key }) => known.has(key)) &&
    done.every(({ idempotencyKey, amountCents }) => sentOf.get(idempotencyKey) === amountCents)
  );
}

/** The status that follows from the refunds, as whoever makes or pays one sets it. */
function statusOf({ status, amountCents }: Payment, refunds: Refund[]): PaymentStatus {
  // An order that cost nothing has no refunds to derive it from.
  if (!takenStatuses.includes(status) || amountCents === 0) return status;
  if (refunds.some((refund) => refund.status === 'due')) return 'refund_due';
  return refunds.reduce((sum, refund) => sum + refund.amountCents, 0) === amountCents ? 'refunded' : 'captured';
}
