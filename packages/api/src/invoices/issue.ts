import { actingAsSystem } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { Invoice, type Seller } from '@lantern/db/models/invoice';
import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import type { Calendar } from '../shared/calendar.ts';
import type { WithLanguages } from '../shared/languages.ts';
import type { Logger } from '../shared/logger.ts';
import { accountsOf, documentsOf, missingIn } from './accounts.ts';
import { invoiceNumber, takeSequence } from './numbers.ts';

/** Payments whose documents are issued in one transaction: the counter is locked once for all of them. */
const BATCH = 50;

/** The services that issuing documents needs. */
export interface InvoiceServices extends WithDatabase, WithLanguages {
  calendar: Calendar;
  seller: Seller;
  log: Logger;
}

/**
 * Issues the documents that are due: an invoice for each captured payment, a credit note for each refund. Any number of
 * servers may do so at once. It is apart from the checkout, where every shopper would wait for the counter. A payment
 * whose documents cannot be issued is logged and left due. Stops early, losing nothing, once `cancelled`.
 */
export function issueDueInvoices(
  services: InvoiceServices,
  cancelled?: AbortSignal,
  now = () => new Date(),
): Promise<void> {
  return actingAsSystem(async () => {
    for (let last = 0; !cancelled?.aborted; ) {
      const due = await duePayments(last);
      await issueAll(services, due, now);
      if (due.length < BATCH) return;
      last = due.at(-1) ?? last;
    }
  });
}

async function duePayments(after: number): Promise<number[]> {
  const due = await Payment.findAll({
    where: { invoicing: 'due', id: { [Op.gt]: after } },
    attributes: ['id'],
    order: ['id'],
    limit: BATCH,
    raw: true,
  });
  return due.map(({ id }) => id);
}

/** Should one payment spoil the batch, the others still get their documents. */
async function issueAll(services: InvoiceServices, ids: number[], now: () => Date): Promise<void> {
  if (ids.length === 0) return;
  try {
    await services.database.transaction(() => issue(services, ids, now()));
  } catch (error) {
    if (ids.length > 1) for (const id of ids) await issueAll(services, [id], now);
    else services.log.error({ err: error, paymentId: ids[0] }, 'the documents of a payment could not be issued');
  }
}

/**
 * Locks the payments before it reads what their documents are made from: a refund is recorded with its payment locked.
 * Numbers are taken last, since every server waits for them.
 */
async function issue(
  { database, calendar, seller, languages }: InvoiceServices,
  ids: number[],
  at: Date,
): Promise<void> {
  // By id alone, to lock no entry of another index: that would be the opposite order of an update.
  const payments = await Payment.findAll({ where: { id: ids }, order: ['id'], lock: true });
  const due = payments.filter(({ invoicing }) => invoicing === 'due');
  if (due.length === 0) return;
  const issuedOn = calendar.dayOf(at);
  const year = Number(issuedOn.slice(0, 4));
  const accounts = await accountsOf(due);
  const missing = accounts.reduce((sum, account) => sum + missingIn(account), 0);
  if (missing > 0) {
    let sequence = await takeSequence(database, year, missing);
    const number = () => ({ number: invoiceNumber(year, sequence), year, sequence: sequence++, issuedAt: at });
    const head = { seller, issuedOn, languages };
    await Invoice.bulkCreate(accounts.flatMap((account) => documentsOf(account, head, number)));
  }
  await Payment.update({ invoicing: 'done' }, { where: { id: due.map(({ id }) => id) } });
}
