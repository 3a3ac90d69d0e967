import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { z } from 'zod';
import type { DocumentOf } from '../../invoices/find-document.ts';
import { button, type MailBlock } from '../../mail-layout/content.ts';
import type { Language } from '../../words/language.ts';
import { sumRows } from '../../words/sums.ts';
import type { MailWriter } from '../writer.ts';
import { type LinePart, mailLine } from './mail-line.ts';

/** What a mail about an order is made from. */
export const orderData = z.object({ orderNumber: z.string() });

/** What an example of it is made from. There is no such order: real numbers are longer. */
export const exampleOrder = { orderNumber: 'L-10482' };

/** What its placeholders stand for. */
export const orderValues = ({ orderNumber }: z.output<typeof orderData>) => ({ orderNumber });

/** … and about a step that an admin may have added a note to. */
export const orderStepData = orderData.extend({ note: z.string().nullable().default(null) });

/** … and of which this amount goes back. A mail that an older version queued does not know the refund. */
export const orderRefundData = orderStepData.extend({
  amountCents: z.number(),
  refundId: z.number().nullable().default(null),
});

/** The credit note of the refund. */
export function creditNoteOf({ orderNumber, refundId }: z.output<typeof orderRefundData>): DocumentOf | null {
  return refundId === null ? null : { orderNumber, refundId };
}

/** @throws if the order is gone. */
export function orderOf(number: string): Promise<Order> {
  return Order.findOne({ where: { number }, raw: true, rejectOnEmpty: true });
}

/** The link to an order's page. */
export async function orderButton(order: Order, { words, links }: MailWriter): Promise<MailBlock> {
  return button(words.orderMail.viewOrder, await links.order(order));
}

/** What the store says about this step, if anything. */
export function noteBlocks(note: string | null): MailBlock[] {
  return note === null ? [] : [{ type: 'note', text: note }];
}

/** What was bought, or these parts of it. */
export async function linesBlock(
  { id, couponCode }: Order,
  writer: MailWriter,
  parts?: (LinePart & { itemId: number })[],
): Promise<MailBlock> {
  const bought = await OrderItem.findAll({ where: { orderId: id }, order: ['id'], raw: true });
  const lines = bought.flatMap((item) => {
    const part = parts ? parts.find(({ itemId }) => itemId === item.id) : { quantity: item.quantity, before: 0 };
    return part && part.quantity > 0 ? [withPicture(item, part)] : [];
  });
  return { type: 'lines', lines: await Promise.all(lines) };

  async function withPicture(item: OrderItem, part: LinePart) {
    return { ...mailLine(writer, item, part, couponCode), picture: await writer.pictures.show(item.imageUrl) };
  }
}

/** What it costs, as on the order's page. */
export function amountsBlock(order: Order, language: Language): MailBlock {
  const { taxCents, totalCents } = order;
  const { words, formatCents } = language;
  const total = { label: words.orderMail.totalWithTax(formatCents(taxCents)), text: formatCents(totalCents) };
  return { type: 'amounts', amounts: [...sumRows(language, order), total] };
}

/** Where it goes. */
export function addressBlock({ shippingAddress }: Order, { words, addressLines }: Language): MailBlock {
  return { type: 'address', title: words.orderMail.deliveryAddress, lines: addressLines(shippingAddress) };
}

/** Whom the invoice is made out to, if that is somebody else. */
export function billingBlocks({ billingAddress }: Order, { words, addressLines }: Language): MailBlock[] {
  if (!billingAddress) return [];
  return [{ type: 'address', title: words.orderMail.billingAddress, lines: addressLines(billingAddress) }];
}
