import { Invoice } from '@lantern/db/models/invoice';
import { InvoiceCounter } from '@lantern/db/models/invoice-counter';
import { Order } from '@lantern/db/models/order';
import { invoiceNumber } from '../../invoices/numbers.ts';
import type { Check, Finding } from '../difference.ts';
import { logRepair } from '../log-repair.ts';

const AHEAD =
  'Either its last documents are gone: take them from a backup. Or none were issued with these numbers: set it by hand.';

/**
 * The last number that each year has given, against its documents: if it were lower, no more could be issued. One that
 * is higher is left to a person, since the numbers may be on documents that have been sent.
 */
export const documentCounters: Check = {
  name: 'document-counters',
  async *find({ database }) {
    const years = await database.select<{ year: number }>(
      'SELECT year FROM invoice_counters UNION SELECT year FROM invoices ORDER BY year',
      {},
    );
    for (const { year } of years) {
      const finding = await database.transaction(() => examine(year));
      if (finding) yield { check: 'document-counters', id: year, ...finding };
    }
  },
  repair: ({ database }, { id: year }) =>
    database.transaction(async () => {
      const finding = await examine(year);
      if (!finding || finding.advice !== null) return false;
      await mend(year, finding);
      return true;
    }),
};

async function examine(year: number): Promise<Finding | null> {
  // Whoever takes a number holds this row until the document is there.
  const counter = await InvoiceCounter.findOne({ where: { year }, lock: true, raw: true });
  const expected = (await newestOf(year))?.sequence ?? 0;
  const found = counter?.last ?? null;
  if (found === expected || (found === null && expected === 0)) return null;
  const advice = found !== null && found > expected ? AHEAD : null;
  return { what: 'documents.last', where: `the year ${year}`, expected, found, advice };
}

function newestOf(year: number): Promise<Pick<Invoice, 'sequence' | 'orderId'> | null> {
  const attributes = ['sequence', 'orderId'];
  return Invoice.findOne({ where: { year }, attributes, order: [['sequence', 'DESC']], raw: true });
}

async function mend(year: number, finding: Finding): Promise<void> {
  const newest = await newestOf(year);
  const last = newest?.sequence ?? 0;
  const [isThere] = await InvoiceCounter.update({ last }, { where: { year } });
  if (isThere === 0) await InvoiceCounter.create({ year, last });
  // Counters are no entities of the log: the order of the newest document stands for it.
  const order = newest && (await Order.findByPk(newest.orderId));
  if (order) logRepair(order, [{ ...finding, expected: invoiceNumber(year, last) }]);
}
