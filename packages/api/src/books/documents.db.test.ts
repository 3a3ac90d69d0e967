import { Invoice } from '@lantern/db/models/invoice';
import { Payment } from '@lantern/db/models/payment';
import { afterEach, expect, test } from 'vitest';
import { issueDueInvoices } from '../invoices/issue.ts';
import { startBooks } from '../testing/damaged-books.ts';
import { sell } from '../testing/sale.ts';

const books = await startBooks();
const { t, damage, differences, mendAll } = books;

const documents = () => Invoice.findAll({ order: ['sequence'], raw: true });
const LONG_AGO = "'2026-01-01 00:00:00.000'";

/** Changes one place in what a document says. */
const rewritten = (which: string, kind: string, path: string, value: string | number) =>
  `UPDATE invoices SET data = JSON_SET(data, '$.${path}', ${typeof value === 'string' ? `'${value}'` : value})
    WHERE kind = '${kind}' AND orderId = @${which}`;

const mended: [damage: string, seen: string, logged: string][] = [
  ['UPDATE payments SET invoicing = NULL WHERE orderId = @guests', 'documents payment.invoicing', 'order.repair'],
  ['UPDATE invoice_counters SET last = 1', 'document-counters documents.last', 'order.repair'],
  ['DELETE FROM invoice_counters', 'document-counters documents.last', 'order.repair'],
];

/** An issued document is never rewritten, nor is its number given again. */
const advised: [damage: string | string[], seen: string, undone: string | string[]][] = [
  [
    'UPDATE invoice_counters SET last = last + 2',
    'document-counters documents.last',
    'UPDATE invoice_counters SET last = last - 2',
  ],
  [
    "UPDATE invoices SET number = 'X-7' WHERE sequence = 2",
    'document-numbers number',
    "UPDATE invoices SET number = CONCAT(year, '-000002') WHERE sequence = 2",
  ],
  [
    'UPDATE invoices SET sequence = 0 WHERE sequence = 2',
    'document-numbers the number before it',
    'UPDATE invoices SET sequence = 2 WHERE sequence = 0',
  ],
  [
    "UPDATE invoices SET orderId = @failed WHERE kind = 'invoice' AND orderId = @guests",
    'document-numbers payment',
    "UPDATE invoices SET orderId = @guests WHERE kind = 'invoice' AND orderId = @failed",
  ],
  [
    "UPDATE invoices SET refundId = refundId + 500 WHERE kind = 'credit_note' AND orderId = @paid",
    'document-numbers refund',
    "UPDATE invoices SET refundId = refundId - 500 WHERE kind = 'credit_note' AND orderId = @paid",
  ],
  [
    rewritten('guests', 'invoice', 'totalCents', 1),
    'documents totalCents',
    rewritten('guests', 'invoice', 'totalCents', 5400),
  ],
  [rewritten('paid', 'invoice', 'taxCents', 1), 'documents taxCents', rewritten('paid', 'invoice', 'taxCents', 2000)],
  [
    rewritten('paid', 'invoice', 'lines[0].quantity', 3),
    'documents lines.1.quantity',
    rewritten('paid', 'invoice', 'lines[0].quantity', 2),
  ],
  [
    rewritten('guests', 'invoice', 'sums.discountCents', 0),
    'documents sums.discountCents',
    rewritten('guests', 'invoice', 'sums.discountCents', 600),
  ],
  [
    rewritten('paid', 'credit_note', 'totalCents', 400),
    'documents totalCents',
    rewritten('paid', 'credit_note', 'totalCents', 500),
  ],
  [
    rewritten('paid', 'credit_note', 'invoiceNumber', '2026-000099'),
    'documents invoiceNumber',
    `UPDATE invoices SET data = JSON_SET(data, '$.invoiceNumber', (SELECT number FROM (SELECT number FROM invoices
      WHERE kind = 'invoice' AND orderId = @paid) AS issued)) WHERE kind = 'credit_note' AND orderId = @paid`,
  ],
  [
    'UPDATE order_items SET unitPriceCents = unitPriceCents + 6 WHERE orderId = @guests',
    'documents lines.1.unitPriceCents',
    'UPDATE order_items SET unitPriceCents = unitPriceCents - 6 WHERE orderId = @guests',
  ],
];

/** Whatever is due at the end of a test is issued, so that the next one begins with all documents. */
afterEach(() => issueDueInvoices(t.services));

test('a sound store has no differences, and each document of its orders', async () => {
  expect(await differences()).toEqual([]);
  expect((await documents()).map(({ kind }) => kind).sort()).toEqual([
    ...['credit_note', 'credit_note', 'invoice', 'invoice', 'invoice', 'invoice'],
  ]);
});

test.each(mended)('%s: seen and mended', books.expectMended);

test.each(advised)('%s: seen, and left to a person', async (damage, seen, undone) => {
  await books.expectAdvised(damage, seen, undone);
});

test('what is issued after a repair continues the numbers', async () => {
  await damage('UPDATE invoice_counters SET last = 1');
  await mendAll();
  await sell(t);
  await issueDueInvoices(t.services);
  const sequences = (await documents()).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
});

test('a document that was never issued is marked as due, and then issued with the next number', async () => {
  const { number } = await sell(t);
  await damage(`UPDATE payments SET invoicing = 'done' WHERE invoicing = 'due'`);
  const before = await documents();
  expect(await mendAll()).toMatchObject([
    { check: 'documents', what: 'documents', where: `order ${number}`, found: '1 is missing', isMended: true },
  ]);
  expect(await differences()).toEqual([]);
  await issueDueInvoices(t.services);
  const issued = (await documents()).slice(before.length);
  expect(issued).toMatchObject([{ sequence: before.length + 1, data: { orderNumber: number } }]);
  expect(await Payment.count({ where: { invoicing: 'due' } })).toBe(0);
});

test('what has been due for long is named, and no document of before there were any is missed', async () => {
  const { number } = await sell(t);
  await damage(`UPDATE payments SET updatedAt = ${LONG_AGO} WHERE invoicing = 'due'`);
  expect(await differences()).toMatchObject([{ where: `order ${number}`, advice: expect.stringContaining('Start a') }]);
  await issueDueInvoices(t.services);
  await damage('UPDATE payments SET invoicing = NULL', 'DELETE FROM invoices', 'DELETE FROM invoice_counters');
  expect(await differences()).toEqual([]);
});

test('a document that is gone is named with its number, and not issued under another one', async () => {
  for (const _ of [1, 2]) await sell(t);
  await issueDueInvoices(t.services);
  const count = (await documents()).length;
  await damage('DELETE FROM invoices WHERE sequence = 1');
  expect(await mendAll()).toMatchObject([
    { check: 'document-numbers', what: 'the number before it', expected: expect.stringMatching(/-000001$/) },
    { check: 'documents', found: '1 is missing', advice: expect.stringContaining('backup'), isMended: false },
  ]);
  expect(await documents()).toHaveLength(count - 1);
});
