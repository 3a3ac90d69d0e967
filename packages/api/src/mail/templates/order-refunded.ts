import type { Order } from '@lantern/db/models/order';
import { formatCents } from '@lantern/text/money';
import { type MailBlock, paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';
import { creditNoteOf, exampleOrder, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** A refund of all or part of an order. */
export const orderRefunded = template({
  schema: orderRefundData,
  occasion: 'When you refund all or part of an order.',
  wording: {
    subject: 'Refund of {amount} for order {orderNumber}',
    title: '{amount} is coming back to you',
    text: 'We are refunding {amount} for order {orderNumber} to your card. Your bank may take a few days to show it.',
  },
  example: { ...exampleOrder, amountCents: 1000 },
  values: ({ orderNumber, amountCents }) => ({ orderNumber, amount: formatCents(amountCents) }),
  document: creditNoteOf,
  async blocks({ orderNumber, amountCents, note }, links) {
    const order = await orderOf(orderNumber);
    return [...partBlocks(order, amountCents), ...noteBlocks(note), await orderButton(order, links)];
  },
});

/** What was paid, if not all of it goes back. */
function partBlocks({ totalCents }: Order, amountCents: number): MailBlock[] {
  if (amountCents >= totalCents) return [];
  return [paragraph(`That is part of the ${formatCents(totalCents)} you paid.`)];
}
