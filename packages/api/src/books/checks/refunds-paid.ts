import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { Refund } from '@lantern/db/models/refund';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { lockedPayment, nameOf } from '../locked-payment.ts';

/** That the provider has paid each refund that counts as done, once and whole, and none that the store does not know. */
export const refundsPaid = byRow({
  name: 'refunds-paid',
  table: 'provider_charges',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT c.id AS id FROM provider_charges c JOIN payments p ON p.idempotencyKey = c.\`key\`
       WHERE c.id > :after AND c.id <= :through AND (
         c.refundedCents <> COALESCE((SELECT SUM(s.amountCents) FROM provider_refunds s WHERE s.chargeKey = c.\`key\`), 0)
         OR EXISTS (SELECT 1 FROM refunds r LEFT JOIN provider_refunds s ON s.\`key\` = r.idempotencyKey
           WHERE r.paymentId = p.id AND r.status = 'done' AND COALESCE(s.amountCents, 0) <> r.amountCents)
         OR EXISTS (SELECT 1 FROM provider_refunds s LEFT JOIN refunds r ON r.idempotencyKey = s.\`key\`
           WHERE s.chargeKey = c.\`key\` AND r.id IS NULL)
       ) ORDER BY c.id`,
      range,
    ),
  async examine(_, id) {
    const { key } = await ProviderCharge.findByPk(id, { raw: true, rejectOnEmpty: true });
    const locked = await lockedPayment({ idempotencyKey: key });
    if (!locked) return [];
    // After the payment: once that is locked no refund becomes done, and once this is locked none is sent.
    const charge = await ProviderCharge.findByPk(id, { lock: true, raw: true, rejectOnEmpty: true });
    const where = nameOf(locked.order);
    const refunds = await Refund.findAll({ where: { paymentId: locked.payment.id }, order: ['id'], raw: true });
    const sent = await ProviderRefund.findAll({ where: { chargeKey: key }, order: ['id'], raw: true });
    const sentOf = new Map(sent.map((each) => [each.key, each.amountCents]));
    const known = new Set(refunds.map(({ idempotencyKey }) => idempotencyKey));
    const findings: Finding[] = [];
    for (const { status, idempotencyKey, amountCents } of refunds) {
      const found = sentOf.get(idempotencyKey) ?? 0;
      if (status !== 'done' || found === amountCents) continue;
      const advice = 'The customer has not got this refund, or not all of it: send it at the payment provider.';
      findings.push({ what: 'refund', where, expected: amountCents, found, advice });
    }
    for (const { amountCents: found } of sent.filter((each) => !known.has(each.key))) {
      const advice = 'The provider has sent a refund that the store knows nothing of: ask there who asked for it.';
      findings.push({ what: 'refund', where, expected: 0, found, advice });
    }
    const expected = sent.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (charge.refundedCents !== expected) {
      const advice = 'The sum that the provider keeps is not that of its refunds: ask there which is right.';
      findings.push({ what: 'charge.refundedCents', where, expected, found: charge.refundedCents, advice });
    }
    return findings;
  },
});
