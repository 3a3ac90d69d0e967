import type { InvoiceData } from '@lantern/db/models/invoice';
import { formatCents } from '@lantern/text/money';
import { discountText } from '@lantern/text/sums';
import { lineTotalCents } from '../../pricing/pricing.ts';

/** A line as it is printed. */
export interface PrintedLine {
  description: string;
  /** Below the description: the SKU, and what a coupon takes off. */
  notes: string[];
  quantity: string;
  price: string;
  tax: string;
  amount: string;
}

/** The lines of a document; where its sums are printed, they have the delivery and the discounts. */
export function printedLines({ lines, sums }: InvoiceData): PrintedLine[] {
  const items = sums ? lines.filter(({ sku }) => sku !== null) : lines;
  return items.map((line) => {
    const { description, sku, quantity, unitPriceCents, discountCents = 0, taxPercent, totalCents } = line;
    const discount = sums
      ? discountText(discountCents, sums.couponCode)
      : `Less ${formatCents(discountCents)} discount`;
    return {
      description,
      notes: [...(sku ? [sku] : []), ...(discountCents > 0 ? [discount] : [])],
      quantity: String(quantity),
      price: formatCents(unitPriceCents),
      tax: `${taxPercent} %`,
      amount: formatCents(sums ? lineTotalCents(line) : totalCents),
    };
  });
}
