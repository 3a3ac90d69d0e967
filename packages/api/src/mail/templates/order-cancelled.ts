import { template } from '../template.ts';
import { creditNoteOf, exampleOrder, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** An order that was cancelled, by its customer or by the store; `amountCents` goes back. */
export const orderCancelled = template({
  schema: orderRefundData,
  occasion: 'When an order is cancelled, by its customer or by you.',
  example: { ...exampleOrder, amountCents: 6470 },
  values({ orderNumber, amountCents }, { words, formatCents }) {
    const { refunded, nothingToPay } = words.mails.order_cancelled;
    // A charge may still be on its way: what it takes goes back.
    return { orderNumber, aboutTheMoney: amountCents > 0 ? refunded(formatCents(amountCents)) : nothingToPay };
  },
  document: creditNoteOf,
  async blocks({ orderNumber, note }, writer) {
    return [...noteBlocks(note), await orderButton(await orderOf(orderNumber), writer)];
  },
});
