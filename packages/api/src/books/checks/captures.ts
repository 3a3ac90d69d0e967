import type { Order } from '@lantern/db/models/order';
import type { OrderStatus } from '@lantern/db/models/order-status';
import type { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { lockedPayment, nameOf, takenStatuses } from '../locked-payment.ts';

/** The statuses of an order that nobody has paid; a cancelled one may have been paid before. */
const unpaid: readonly OrderStatus[] = ['pending', 'payment_failed'];
/** The statuses of an order of which no money is kept. */
const over: readonly OrderStatus[] = ['cancelled', 'refunded'];

/** That orders which count as paid were paid, and that nothing is kept of those which came to nothing. */
export const captures = byRow({
  name: 'captures',
  table: 'payments',
  async suspects({ database }, range) {
    const rows = await database.select<{ id: number }>(
      `SELECT p.id AS id FROM payments p JOIN orders o ON o.id = p.orderId
       LEFT JOIN provider_charges c ON c.\`key\` = p.idempotencyKey
       WHERE p.id > :after AND p.id <= :through AND (
         (p.status IN (:taken) AND p.provider = 'simulated' AND p.amountCents > 0 AND COALESCE(c.state, '') <> 'captured')
         OR (p.status IN (:taken) AND o.status IN (:unpaid))
         OR (p.status NOT IN (:taken) AND o.status NOT IN (:unpaid) AND o.status <> 'cancelled')
         OR (p.status IN (:taken) AND o.status IN (:over) AND p.refundedCents < p.amountCents)
       ) ORDER BY p.id`,
      { ...range, taken: takenStatuses, unpaid, over },
    );
    return rows.map(({ id }) => id);
  },
  async examine(_, id) {
    const locked = await lockedPayment({ id });
    if (!locked) return [];
    const { order, payment } = locked;
    return [...statusFindings(order, payment), ...(await ledgerFindings(order, payment))];
  },
});

function statusFindings(order: Order, payment: Payment): Finding[] {
  const where = nameOf(order);
  const isTaken = takenStatuses.includes(payment.status);
  if (isTaken === unpaid.includes(order.status) && order.status !== 'cancelled') {
    const advice = 'Ask the payment provider whether it was paid, then refund or cancel it.';
    const expected = isTaken ? 'paid' : 'not paid';
    return [{ what: 'status', where, expected, found: order.status, advice }];
  }
  if (!isTaken || !over.includes(order.status) || payment.refundedCents === payment.amountCents) return [];
  const advice = 'The order is over, but some of its money was kept: refund it.';
  return [{ what: 'refundedCents', where, expected: payment.amountCents, found: payment.refundedCents, advice }];
}

/** Read once the payment is locked: a charge is entered before the store records that it was paid. */
async function ledgerFindings(order: Order, payment: Payment): Promise<Finding[]> {
  const { status, provider, amountCents, idempotencyKey: key } = payment;
  if (!takenStatuses.includes(status) || provider !== 'simulated' || amountCents === 0) return [];
  const charge = await ProviderCharge.findOne({ where: { key }, raw: true });
  if (charge?.state === 'captured') return [];
  const advice = 'It counts as paid, but the provider has taken no money: do not ship it before you have asked there.';
  return [{ what: 'charge', where: nameOf(order), expected: 'captured', found: charge?.state ?? null, advice }];
}
