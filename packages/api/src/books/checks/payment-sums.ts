import { Refund } from '@lantern/db/models/refund';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { lockedPayment, nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/** What a payment says was given back, against its refunds; and its amount, against its order's. */
export const paymentSums = byRow({
  name: 'payment-sums',
  table: 'payments',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT p.id AS id FROM payments p JOIN orders o ON o.id = p.orderId
       LEFT JOIN (SELECT paymentId, SUM(amountCents) AS cents FROM refunds
         WHERE paymentId > :after AND paymentId <= :through GROUP BY paymentId) r ON r.paymentId = p.id
       WHERE p.id > :after AND p.id <= :through
         AND (p.refundedCents <> COALESCE(r.cents, 0) OR p.amountCents <> o.totalCents) ORDER BY p.id`,
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
    const expected = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (payment.refundedCents !== expected) {
      const isTooMuch = expected > payment.amountCents;
      const advice = isTooMuch ? 'More was refunded than was paid: ask the payment provider what was sent.' : null;
      findings.push({ what: 'payment.refundedCents', where, expected, found: payment.refundedCents, advice });
    }
    return findings;
  },
  async mend(_, id, findings) {
    const locked = await lockedPayment({ id });
    for (const { expected } of findings) await locked?.payment.update({ refundedCents: Number(expected) });
    if (locked) logRepair(locked.order, findings);
  },
});
