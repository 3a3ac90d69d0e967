import { formatCents } from '@lantern/text/money';
import { template } from '../template.ts';
import { creditNoteOf, exampleOrder, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** An order that was cancelled, by its customer or by the store; `amountCents` goes back. */
export const orderCancelled = template({
  schema: orderRefundData,
  occasion: 'When an order is cancelled, by its customer or by you.',
  wording: {
    subject: 'Your order {orderNumber} was cancelled',
    title: 'Your order was cancelled',
    text: 'Your order {orderNumber} was cancelled. {aboutTheMoney}',
  },
  example: { ...exampleOrder, amountCents: 6470 },
  values: ({ orderNumber, amountCents }) => ({
    orderNumber,
    // A charge may still be on its way: what it takes goes back.
    aboutTheMoney:
      amountCents > 0
        ? `${formatCents(amountCents)} is being refunded to your card.`
        : 'You do not have to pay for it.',
  }),
  document: creditNoteOf,
  async blocks({ orderNumber, note }, links) {
    return [...noteBlocks(note), await orderButton(await orderOf(orderNumber), links)];
  },
});
