import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { Op } from '@lantern/db/query';
import type { LockedOrder } from '../../order-status/lock-order.ts';
import { reconcile } from '../../settlement/reconcile.ts';
import { ago, MINUTE_MS } from '../../shared/dates.ts';
import { byRow } from '../by-row.ts';
import type { Check, Finding } from '../difference.ts';
import { lockedPayment, nameOf } from '../locked-payment.ts';

/** The store settles what is left within seconds; what is older than this waits for the provider, or for good. */
const SETTLED_AFTER_MS = 2 * MINUTE_MS;

/** That no payment and no refund is left half done, as by a crash. */
export const unsettled: Check = {
  ...byRow({
    name: 'unsettled',
    table: 'payments',
    async suspects({ database }, range) {
      const rows = await database.select<{ id: number }>(
        `SELECT p.id AS id FROM payments p JOIN orders o ON o.id = p.orderId
         WHERE p.id > :after AND p.id <= :through AND (
           ((p.status = 'pending' OR o.status = 'pending') AND p.createdAt <= :before)
           OR EXISTS (SELECT 1 FROM refunds r WHERE r.paymentId = p.id AND r.status = 'due' AND r.createdAt <= :before))
         ORDER BY p.id`,
        { ...range, before: ago(SETTLED_AFTER_MS) },
      );
      return rows.map(({ id }) => id);
    },
    async examine(_, id) {
      const locked = await lockedPayment({ id });
      return locked ? findingsOf(locked) : [];
    },
  }),
  // With what the provider says, as the store does by itself. Not in a transaction: nothing is locked while it answers.
  async repair(services, { id }) {
    await reconcile(services);
    const { status } = await Payment.findByPk(id, { raw: true, rejectOnEmpty: true });
    return status !== 'pending' && (await overdueRefunds(id)) === 0;
  },
};

async function findingsOf({ order, payment }: LockedOrder): Promise<Finding[]> {
  const where = nameOf(order);
  const findings: Finding[] = [];
  if (payment.status === 'pending') {
    findings.push({ what: 'payment', where, expected: 'settled', found: payment.status, advice: null });
  } else if (order.status === 'pending') {
    const advice = 'Its payment is settled, but the order is not: ask the payment provider, then cancel or refund it.';
    findings.push({ what: 'status', where, expected: `as its payment, ${payment.status}`, found: 'pending', advice });
  }
  const due = await overdueRefunds(payment.id);
  if (due > 0) findings.push({ what: 'refunds', where, expected: 'paid', found: `${due} still due`, advice: null });
  return findings;
}

function overdueRefunds(paymentId: number): Promise<number> {
  return Refund.count({ where: { paymentId, status: 'due', createdAt: { [Op.lte]: ago(SETTLED_AFTER_MS) } } });
}
