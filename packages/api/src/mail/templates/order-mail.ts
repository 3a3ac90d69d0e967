import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { addressLines } from '@lantern/text/address';
import { formatCents } from '@lantern/text/money';
import { sumRows, taxText } from '@lantern/text/sums';
import { z } from 'zod';
import type { DocumentOf } from '../../invoices/find-document.ts';
import { button, type MailBlock } from '../../mail-layout/content.ts';
import type { Links } from '../links.ts';
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
export async function orderButton(order: Order, links: Links): Promise<MailBlock> {
  return button('View your order', await links.order(order));
}

/** What the store says about this step, if anything. */
export function noteBlocks(note: string | null): MailBlock[] {
  return note === null ? [] : [{ type: 'note', text: note }];
}

/** What was bought, or these parts of it. */
export async function linesBlock(
  { id, couponCode }: Order,
  parts?: (LinePart & { itemId: number })[],
): Promise<MailBlock> {
  const bought = await OrderItem.findAll({ where: { orderId: id }, order: ['id'], raw: true });
  const lines = bought.flatMap((item) => {
    const part = parts ? parts.find(({ itemId }) => itemId === item.id) : { quantity: item.quantity, before: 0 };
    return part && part.quantity > 0 ? [mailLine(item, part, couponCode)] : [];
  });
  return { type: 'lines', lines };
}

/** What it costs, as on the order's page. */
export function amountsBlock(order: Order): MailBlock {
  const { taxCents, totalCents } = order;
  const total = { label: `Total, ${taxText(taxCents)}`, text: formatCents(totalCents) };
  return { type: 'amounts', amounts: [...sumRows(order), total] };
}

/** Where it goes. */
export function addressBlock({ shippingAddress }: Order): MailBlock {
  return { type: 'address', title: 'Delivery address', lines: addressLines(shippingAddress) };
}

/** Whom the invoice is made out to, if that is somebody else. */
export function billingBlocks({ billingAddress }: Order): MailBlock[] {
  if (!billingAddress) return [];
  return [{ type: 'address', title: 'Billing address', lines: addressLines(billingAddress) }];
}
