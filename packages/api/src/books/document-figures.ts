import type { Invoice, InvoiceData } from '@lantern/db/models/invoice';
import type { Order } from '@lantern/db/models/order';
import type { OrderItem } from '@lantern/db/models/order-item';
import type { Refund } from '@lantern/db/models/refund';
import { creditNoteOf, invoiceOf } from '../invoices/document.ts';
import { documentLanguage } from '../invoices/printed-document.ts';
import type { Finding } from './difference.ts';
import { derivedTotals } from './order-totals.ts';
import { assertShape, shapes } from './unreadable.ts';

/** What the documents of an order follow from. */
interface Account {
  order: Order;
  items: OrderItem[];
  /** Oldest first. */
  refunds: Refund[];
  invoice: Invoice | null;
}

type Figures = Map<string, string | number | null>;

/** The figures of an issued document that do not follow from the lines of its order, or from its refund. */
export function differingFigures(account: Account, document: Invoice): Pick<Finding, 'what' | 'expected' | 'found'>[] {
  const { items, invoice } = account;
  for (const { options } of items) assertShape(shapes.fields, options);
  for (const { data } of invoice ? [document, invoice] : [document]) assertShape(shapes.document, data);
  const derived = derivedDocument(account, document);
  if (!derived) return [];
  const [expected, found] = [figuresOf(derived), figuresOf(document.data)];
  // Documents from before sums were printed have other lines.
  const names = new Set(document.data.sums ? [...expected.keys(), ...found.keys()] : totals);
  return [...names]
    .map((what) => ({ what, expected: expected.get(what) ?? null, found: found.get(what) ?? null }))
    .filter((figure) => figure.expected !== figure.found);
}

const totals = [
  'orderNumber',
  'invoiceNumber',
  'netCents',
  'taxCents',
  'totalCents',
  'lines.taxCents',
  'lines.totalCents',
];

/** What the document would say if it were issued now; null for a credit note whose invoice or refund is gone. */
function derivedDocument({ order, items, refunds, invoice }: Account, document: Invoice): InvoiceData | null {
  const { data, kind, refundId } = document;
  const { seller, issuedOn } = data;
  // Not the order's own sums, which are another check.
  const derived = { ...order, ...derivedTotals(order, items) };
  const invoiced = (of: InvoiceData) =>
    invoiceOf(derived, items, { seller, issuedOn, language: documentLanguage(of).code });
  if (kind === 'invoice') return invoiced(data);
  const at = refunds.findIndex(({ id }) => id === refundId);
  const refund = refunds[at];
  if (!refund || !invoice) return null;
  const earlierCents = refunds.slice(0, at).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const corrected = { number: invoice.number, data: invoiced(invoice.data) };
  return creditNoteOf(derived, corrected, refund, earlierCents, { seller, issuedOn });
}

/** All that can be derived of a document, without words: those may have changed since. */
function figuresOf({ orderNumber, invoiceNumber, lines, sums, ...amounts }: InvoiceData): Figures {
  const { netCents, taxCents, totalCents } = amounts;
  const figures: Figures = new Map<string, string | number | null>([
    ...Object.entries({ orderNumber, invoiceNumber, netCents, taxCents, totalCents }),
    ['lines.taxCents', lines.reduce((sum, line) => sum + line.taxCents, 0)],
    ['lines.totalCents', lines.reduce((sum, line) => sum + line.totalCents, 0)],
  ]);
  for (const [index, { description: _, ...line }] of lines.entries()) {
    for (const [what, value] of Object.entries(line)) figures.set(`lines.${index + 1}.${what}`, value);
  }
  const { subtotalCents, discountCents, couponCode, shippingCents } = sums ?? {};
  for (const [what, value] of Object.entries({ subtotalCents, discountCents, couponCode, shippingCents })) {
    if (value !== undefined) figures.set(`sums.${what}`, value);
  }
  return figures;
}
