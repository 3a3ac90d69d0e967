import { formatCents } from '@lantern/text/euros';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { creditNoteOf, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** A refund of all or part of an order. */
export const orderRefunded = template({
  schema: orderRefundData,
  subject: ({ orderNumber, amountCents }) => `Refund of ${formatCents(amountCents)} for order ${orderNumber}`,
  document: creditNoteOf,
  async content({ orderNumber, amountCents, note }, links) {
    const order = await orderOf(orderNumber);
    const what = amountCents < order.totalCents ? `of the ${formatCents(order.totalCents)} you paid ` : '';
    return {
      title: `${formatCents(amountCents)} is coming back to you`,
      blocks: [
        paragraph(
          `We are refunding ${formatCents(amountCents)} ${what}for order ${orderNumber} to your card. Your bank may take a few days to show it.`,
        ),
        ...noteBlocks(note),
        await orderButton(order, links),
      ],
    };
  },
});
