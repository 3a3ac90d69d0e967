import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';

/** Names a document by what it is about, since its number is not known before it is issued. */
export interface DocumentOf {
  orderNumber: string;
  /** The refund of a credit note; null for the invoice. */
  refundId: number | null;
}

export interface FoundDocument {
  /** Null as long as it is not issued. */
  document: Invoice | null;
  /** Whether it has yet to be issued. An order from before there were invoices gets none. */
  isDue: boolean;
}

/** A document, if it has been issued. @throws if the order is gone. */
export async function findDocument({ orderNumber, refundId }: DocumentOf): Promise<FoundDocument> {
  const where = { number: orderNumber };
  const { id: orderId } = await Order.findOne({ where, attributes: ['id'], raw: true, rejectOnEmpty: true });
  // Before the document, which may be issued between the two: then it is found, and not due as well.
  const dueCount = await Payment.count({ where: { orderId, invoicing: 'due' } });
  const document = await Invoice.findOne({ where: { orderId, refundId: refundId ?? 0 }, raw: true });
  return { document, isDue: !document && dueCount > 0 };
}
