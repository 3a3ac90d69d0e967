import type { Order } from '@lantern/db/models/order';
import { type MailBlock, paragraph } from '../../mail-layout/content.ts';
import type { Language } from '../../words/language.ts';
import { template } from '../template.ts';
import { creditNoteOf, exampleOrder, noteBlocks, orderButton, orderOf, orderRefundData } from './order-mail.ts';

/** A refund of all or part of an order. */
export const orderRefunded = template({
  schema: orderRefundData,
  occasion: 'When you refund all or part of an order.',
  example: { ...exampleOrder, amountCents: 1000 },
  values: ({ orderNumber, amountCents }, { formatCents }) => ({ orderNumber, amount: formatCents(amountCents) }),
  document: creditNoteOf,
  async blocks({ orderNumber, amountCents, note }, writer) {
    const order = await orderOf(orderNumber);
    return [...partBlocks(order, amountCents, writer), ...noteBlocks(note), await orderButton(order, writer)];
  },
});

/** What was paid, if not all of it goes back. */
function partBlocks({ totalCents }: Order, amountCents: number, { words, formatCents }: Language): MailBlock[] {
  if (amountCents >= totalCents) return [];
  return [paragraph(words.mails.order_refunded.partOf(formatCents(totalCents)))];
}
