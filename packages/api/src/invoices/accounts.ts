import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import type { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { groupBy } from '../shared/group-by.ts';
import type { WithLanguages } from '../shared/languages.ts';
import { customerLanguage } from '../words/language.ts';
import { creditNoteOf, invoiceOf, type Letterhead } from './document.ts';

/** What the documents of a payment are made from, and those that it has already. */
interface Account {
  order: Order;
  items: OrderItem[];
  /** Oldest first. */
  refunds: Refund[];
  invoice: Invoice | null;
  credited: Set<number>;
}

/** A number in its sequence. */
type Numbering = Pick<Invoice, 'number' | 'year' | 'sequence' | 'issuedAt'>;
type NewInvoice = Numbering & Pick<Invoice, 'kind' | 'orderId' | 'refundId' | 'data'>;

/** The accounts of payments, in the same order, with one query per table. */
export async function accountsOf(payments: Payment[]): Promise<Account[]> {
  const orderId = payments.map((payment) => payment.orderId);
  const paymentId = payments.map(({ id }) => id);
  const [orders, items, refunds, invoices] = [
    await Order.findAll({ where: { id: orderId }, raw: true }),
    await OrderItem.findAll({ where: { orderId }, order: ['id'], raw: true }),
    await Refund.findAll({ where: { paymentId }, order: ['id'], raw: true }),
    await Invoice.findAll({ where: { orderId }, raw: true }),
  ];
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const itemsOf = groupBy(items, (item) => item.orderId);
  const refundsOf = groupBy(refunds, (refund) => refund.paymentId);
  const invoicesOf = groupBy(invoices, (invoice) => invoice.orderId);
  return payments.flatMap((payment) => {
    const order = orderOf.get(payment.orderId);
    if (!order) return [];
    const issued = invoicesOf.get(order.id) ?? [];
    return {
      order,
      items: itemsOf.get(order.id) ?? [],
      refunds: refundsOf.get(payment.id) ?? [],
      invoice: issued.find(({ kind }) => kind === 'invoice') ?? null,
      credited: new Set(issued.map(({ refundId }) => refundId)),
    };
  });
}

/** How many documents have yet to be issued. */
export function missingIn({ invoice, refunds, credited }: Account): number {
  return (invoice ? 0 : 1) + refunds.filter(({ id }) => !credited.has(id)).length;
}

/** What all documents that are issued at a time have in common. */
type CommonHead = Omit<Letterhead, 'language'> & WithLanguages;

/** The documents that have yet to be issued, oldest first; each takes the `next` number. */
export function documentsOf(account: Account, { languages, ...head }: CommonHead, next: () => Numbering): NewInvoice[] {
  const { order, items, refunds, credited } = account;
  const { code: language } = customerLanguage(order.language, { languages });
  const documents: NewInvoice[] = [];
  const add = (refundId: number, kind: Invoice['kind'], data: Invoice['data']) => {
    const document = { ...next(), kind, orderId: order.id, refundId, data };
    documents.push(document);
    return document;
  };
  const invoice = account.invoice ?? add(0, 'invoice', invoiceOf(order, items, { ...head, language }));
  let earlierCents = 0;
  for (const refund of refunds) {
    if (!credited.has(refund.id)) {
      add(refund.id, 'credit_note', creditNoteOf(order, invoice, refund, earlierCents, head));
    }
    earlierCents += refund.amountCents;
  }
  return documents;
}
