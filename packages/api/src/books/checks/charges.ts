import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { lockedPayment, nameOf } from '../locked-payment.ts';

/** That every charge which the provider has captured is the payment of one order, of that amount. */
export const charges = byRow({
  name: 'charges',
  table: 'provider_charges',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT c.id AS id FROM provider_charges c LEFT JOIN payments p ON p.idempotencyKey = c.\`key\`
       WHERE c.id > :after AND c.id <= :through AND c.state = 'captured'
         AND (p.id IS NULL OR p.amountCents <> c.amountCents OR p.status = 'declined') ORDER BY c.id`,
      range,
    ),
  async examine(_, id) {
    const charge = await ProviderCharge.findByPk(id, { raw: true });
    if (charge?.state !== 'captured') return [];
    const { key, amountCents } = charge;
    // A payment that is still pending is settled with what the provider says.
    const { order, payment } = (await lockedPayment({ idempotencyKey: key })) ?? {};
    const where = order ? nameOf(order) : `charge ${key}`;
    const findings: Finding[] = [];
    if (!payment || payment.status === 'declined') {
      const advice = 'Money was taken, but the store knows of no payment: refund it at the payment provider.';
      findings.push({ what: 'payment', where, expected: 'captured', found: payment?.status ?? null, advice });
    }
    if (payment && payment.amountCents !== amountCents) {
      const advice = 'The provider has taken another amount: refund the rest there, or ask the customer for it.';
      findings.push({ what: 'charge', where, expected: payment.amountCents, found: amountCents, advice });
    }
    return findings;
  },
});
