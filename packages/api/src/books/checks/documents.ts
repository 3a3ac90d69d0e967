import type { Database } from '@lantern/db/database';
import { Invoice } from '@lantern/db/models/invoice';
import { InvoiceCounter } from '@lantern/db/models/invoice-counter';
import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import { accountsOf, missingIn } from '../../invoices/accounts.ts';
import { ago, MINUTE_MS } from '../../shared/dates.ts';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { differingFigures } from '../document-figures.ts';
import { lockedPayment, nameOf, takenStatuses } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/** The store issues what is due within seconds; what is older than this cannot be issued, or no server runs. */
const ISSUED_AFTER_MS = 10 * MINUTE_MS;
const LATE = 'Start a server of the store, which issues them; if one runs, its log says why it cannot.';
const GONE = 'It may be one of the documents that are gone: take them from a backup before any is issued anew.';
const ISSUED =
  'An issued document is never rewritten: find out which is right, and correct a wrong document by another one.';

/**
 * That each order that was paid has its invoice and each refund its credit note, with the amounts and the tax that follow
 * from the lines of the order. What is missing is marked as due, so that the store issues it with the next number.
 */
export const documents = byRow({
  name: 'documents',
  table: 'payments',
  async suspects(_, { after, through }) {
    const payments = await Payment.findAll({
      where: { id: { [Op.gt]: after, [Op.lte]: through }, status: takenStatuses },
      order: ['id'],
      raw: true,
    });
    return (await checked(payments)).filter(({ findings }) => findings.length > 0).map(({ id }) => id);
  },
  async examine({ database }, id) {
    const locked = await lockedPayment({ id });
    if (!locked || !takenStatuses.includes(locked.payment.status)) return [];
    const findings = (await checked([locked.payment])).flatMap((each) => each.findings);
    const isGone = findings.some(({ advice }) => advice === null) && !(await isComplete(database));
    return findings.map((finding) => (isGone ? { ...finding, advice: finding.advice ?? GONE } : finding));
  },
  async mend(_, id, findings) {
    const locked = await lockedPayment({ id });
    await locked?.payment.update({ invoicing: 'due' });
    if (locked) logRepair(locked.order, findings);
  },
});

async function checked(payments: Payment[]): Promise<{ id: number; findings: Finding[] }[]> {
  const accounts = await accountsOf(payments);
  const issued = await Invoice.findAll({
    where: { orderId: payments.map(({ orderId }) => orderId) },
    order: ['id'],
    raw: true,
  });
  const accountOf = new Map(accounts.map((account) => [account.order.id, account]));
  const issuedOf = groupBy(issued, ({ orderId }) => orderId);
  const since = await firstInvoiced();
  return payments.map((payment) => {
    const account = accountOf.get(payment.orderId);
    if (!account) return { id: payment.id, findings: [] };
    const missing = missingFindings(payment, nameOf(account.order), missingIn(account), since);
    const wrong = (issuedOf.get(payment.orderId) ?? []).flatMap((document) =>
      differingFigures(account, document).map(
        ({ what, expected, found }): Finding => ({
          ...{ what, where: `document ${document.number}`, expected, found, advice: ISSUED },
        }),
      ),
    );
    return { id: payment.id, findings: [...missing, ...wrong] };
  });
}

/** Whether each number that was ever given is on a document of the payment or the refund that it was given for. */
async function isComplete(database: Database): Promise<boolean> {
  // Whoever takes numbers holds these rows until the documents are there.
  const counters = await InvoiceCounter.findAll({ lock: true, raw: true });
  const [row] = await database.select<{ count: number }>(
    `SELECT COUNT(*) AS count FROM invoices i JOIN payments p ON p.orderId = i.orderId AND p.status IN (:taken)
     LEFT JOIN refunds r ON r.id = i.refundId AND r.paymentId = p.id
     WHERE (i.kind = 'credit_note') = (r.id IS NOT NULL)`,
    { taken: takenStatuses },
  );
  return counters.reduce((sum, { last }) => sum + last, 0) === row?.count;
}

/** The first payment with documents: those before it are from before there were any. */
async function firstInvoiced(): Promise<number> {
  const where = { invoicing: { [Op.not]: null } };
  const first = await Payment.findOne({ where, order: ['id'], attributes: ['id'], raw: true });
  return first?.id ?? Number.MAX_SAFE_INTEGER;
}

function missingFindings(payment: Payment, where: string, missing: number, since: number): Finding[] {
  const { id, invoicing, updatedAt } = payment;
  if (invoicing === null) {
    if (id < since) return [];
    return [{ what: 'payment.invoicing', where, expected: 'due', found: null, advice: null }];
  }
  const isLate = invoicing === 'due' && updatedAt < ago(ISSUED_AFTER_MS);
  if (missing === 0 || (invoicing === 'due' && !isLate)) return [];
  const found = missing === 1 ? '1 is missing' : `${missing} are missing`;
  return [{ what: 'documents', where, expected: 'issued', found, advice: isLate ? LATE : null }];
}
