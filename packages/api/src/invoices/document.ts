import type { InvoiceData, InvoiceLine, Seller } from '@lantern/db/models/invoice';
import type { Order } from '@lantern/db/models/order';
import type { OrderItem } from '@lantern/db/models/order-item';
import type { Refund } from '@lantern/db/models/refund';
import type { Sums } from '@lantern/text/sums';
import { includedTax, paidForLine, TAX_PERCENT, taxUpTo } from '../pricing/pricing.ts';
import { languageOf } from '../words/language.ts';
import { documentLanguage } from './printed-document.ts';

/** The columns of an order that its documents show. */
type InvoicedOrder = Pick<Order, 'number' | 'shippingAddress' | 'billingAddress' | 'taxCents' | 'totalCents'> & Sums;
export type InvoicedItem = Pick<
  OrderItem,
  'name' | 'sku' | 'options' | 'quantity' | 'unitPriceCents' | 'discountCents'
>;

/** What a document says besides its order. */
export interface Letterhead {
  seller: Seller;
  /** The day in the store's time zone, `2026-03-31`. */
  issuedOn: string;
  /** ISO 639. */
  language: string;
}

/** The amounts that every line and document has, in integer cents. */
type Amounts = Pick<InvoiceLine, 'taxCents' | 'totalCents'>;

/**
 * The invoice of an order, with the totals that the shopper has paid.
 * @throws {Error} if its lines do not add up to those.
 */
export function invoiceOf(order: InvoicedOrder, items: InvoicedItem[], head: Letterhead): InvoiceData {
  const lines = items.map((item) =>
    lineOf({ description: described(item), sku: item.sku, quantity: item.quantity }, item),
  );
  const { shippingCents } = order;
  if (shippingCents > 0) {
    const delivery = { unitPriceCents: shippingCents, discountCents: 0 };
    lines.push(
      lineOf({ description: languageOf(head.language).words.sums.delivery, sku: null, quantity: 1 }, delivery),
    );
  }
  if (sumOf(lines, 'totalCents') !== order.totalCents || sumOf(lines, 'taxCents') !== order.taxCents) {
    throw new Error(`The lines of the invoice do not add up to order ${order.number}.`);
  }
  return { ...documentOf(order, head, { invoiceNumber: null, lines }), sums: sumsOf(order) };
}

/**
 * The credit note of a refund, in the language of the invoice. A refund of everything lists the invoice's lines; any
 * other is a line of its own.
 * @param earlierCents what was refunded before it.
 */
export function creditNoteOf(
  order: InvoicedOrder,
  invoice: { number: string; data: InvoiceData },
  { amountCents }: Pick<Refund, 'amountCents'>,
  earlierCents: number,
  letterhead: Omit<Letterhead, 'language'>,
): InvoiceData {
  const { number: invoiceNumber, data } = invoice;
  const language = documentLanguage(data);
  const head = { ...letterhead, language: language.code };
  if (amountCents === data.totalCents) {
    const { lines, sums } = data;
    return { ...documentOf(order, head, { invoiceNumber, lines }), ...(sums && { sums }) };
  }
  const line = {
    ...{ description: language.words.documents.partialRefund(order.number), sku: null, quantity: 1 },
    ...{ unitPriceCents: amountCents, taxPercent: TAX_PERCENT, totalCents: amountCents },
    taxCents: taxUpTo(earlierCents + amountCents, data) - taxUpTo(earlierCents, data),
  };
  return documentOf(order, head, { invoiceNumber, lines: [line] });
}

function lineOf(
  sold: Pick<InvoiceLine, 'description' | 'sku' | 'quantity'>,
  { unitPriceCents, discountCents }: Pick<InvoicedItem, 'unitPriceCents' | 'discountCents'>,
): InvoiceLine {
  const totalCents = paidForLine({ unitPriceCents, quantity: sold.quantity, discountCents });
  const amounts = { taxPercent: TAX_PERCENT, taxCents: includedTax(totalCents), totalCents };
  return { ...sold, unitPriceCents, ...(discountCents > 0 && { discountCents }), ...amounts };
}

function sumsOf({ subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod }: Sums): Sums {
  const method = deliveryMethod && { name: deliveryMethod.name };
  return { subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod: method };
}

function documentOf(
  { number: orderNumber, shippingAddress, billingAddress }: InvoicedOrder,
  { seller, issuedOn, language }: Letterhead,
  { invoiceNumber, lines }: Pick<InvoiceData, 'invoiceNumber' | 'lines'>,
): InvoiceData {
  const totalCents = sumOf(lines, 'totalCents');
  const taxCents = sumOf(lines, 'taxCents');
  const netCents = totalCents - taxCents;
  const buyer = billingAddress ?? shippingAddress;
  return { language, seller, buyer, orderNumber, issuedOn, invoiceNumber, lines, netCents, taxCents, totalCents };
}

function described({ name, options }: InvoicedItem): string {
  return [name, ...Object.values(options)].join(', ');
}

function sumOf(lines: Amounts[], amount: keyof Amounts): number {
  return lines.reduce((sum, line) => sum + line[amount], 0);
}
