import { Invoice } from '@lantern/db/models/invoice';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { Op } from '@lantern/db/query';
import { invoiceNumber } from '../../invoices/numbers.ts';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { takenStatuses } from '../locked-payment.ts';

const GONE = 'A document is gone: take it from a backup. Never give its number to another.';
const ISSUED = 'An issued document is never rewritten: compare it with the one that was mailed, or with a backup.';

/**
 * That the numbers of invoices and credit notes have no gap, and that each document is about a payment or a refund that
 * there is. That none is there twice the database sees to.
 */
export const documentNumbers = byRow({
  name: 'document-numbers',
  table: 'invoices',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT i.id AS id FROM invoices i
       LEFT JOIN invoices b ON b.year = i.year AND b.sequence = i.sequence - 1
       LEFT JOIN payments p ON p.orderId = i.orderId AND p.status IN ('captured', 'refund_due', 'refunded')
       LEFT JOIN refunds r ON r.id = i.refundId AND r.paymentId = p.id
       WHERE i.id > :after AND i.id <= :through AND (
         (b.id IS NULL AND i.sequence <> 1) OR i.number <> CONCAT(i.year, '-', SUBSTR(CONCAT('000000', i.sequence),
           CASE WHEN i.sequence > 999999 THEN 7 ELSE LENGTH(i.sequence) + 1 END))
         OR p.id IS NULL OR (i.kind = 'credit_note') <> (r.id IS NOT NULL)
       ) ORDER BY i.id`,
      range,
    ),
  async examine(_, id) {
    const document = await Invoice.findByPk(id, { raw: true });
    return document ? [...(await numberFindings(document)), ...(await subjectFindings(document))] : [];
  },
});

async function numberFindings({ number, year, sequence }: Invoice): Promise<Finding[]> {
  const where = `document ${number}`;
  const findings: Finding[] = [];
  const expected = invoiceNumber(year, sequence);
  if (number !== expected) findings.push({ what: 'number', where, expected, found: number, advice: ISSUED });
  const before = await Invoice.findOne({
    where: { year, sequence: { [Op.lt]: sequence } },
    attributes: ['sequence'],
    order: [['sequence', 'DESC']],
    raw: true,
  });
  const last = before?.sequence ?? 0;
  if (last < sequence - 1) {
    const [from, to] = [invoiceNumber(year, last + 1), invoiceNumber(year, sequence - 1)];
    const gone = from === to ? from : `${from} to ${to}`;
    findings.push({ what: 'the number before it', where, expected: gone, found: null, advice: GONE });
  }
  return findings;
}

async function subjectFindings({ number, kind, orderId, refundId }: Invoice): Promise<Finding[]> {
  const where = `document ${number}`;
  const payment = await Payment.findOne({
    where: { orderId, status: takenStatuses },
    raw: true,
  });
  if (!payment) return [{ what: 'payment', where, expected: 'captured', found: null, advice: ISSUED }];
  const isRefund = (await Refund.count({ where: { id: refundId, paymentId: payment.id } })) > 0;
  if (isRefund === (kind === 'credit_note')) return [];
  const found = isRefund ? `of refund ${refundId}` : null;
  return [
    { what: 'refund', where, expected: kind === 'invoice' ? null : 'a refund of its order', found, advice: ISSUED },
  ];
}
