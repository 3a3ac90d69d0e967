import { formatCents } from '@lantern/text/euros';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { creditNoteOf, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** An order that was cancelled, by its customer or by the store; `amountCents` goes back. */
export const orderCancelled = template({
  schema: orderRefundData,
  subject: ({ orderNumber }) => `Your order ${orderNumber} was cancelled`,
  document: creditNoteOf,
  async content({ orderNumber, amountCents, note }, links) {
    const order = await orderOf(orderNumber);
    // A charge may still be on its way: what it takes goes back.
    const money =
      amountCents > 0
        ? `${formatCents(amountCents)} is being refunded to your card.`
        : 'You do not have to pay for it.';
    return {
      title: 'Your order was cancelled',
      blocks: [
        paragraph(`Your order ${orderNumber} was cancelled. ${money}`),
        ...noteBlocks(note),
        await orderButton(order, links),
      ],
    };
  },
});
