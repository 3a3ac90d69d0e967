import type { InvoiceData } from '@lantern/db/models/invoice';
import { lineTotalCents } from '../../pricing/pricing.ts';
import { discountText } from '../../words/sums.ts';
import { documentLanguage } from '../printed-document.ts';

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
export function printedLines(data: InvoiceData): PrintedLine[] {
  const { lines, sums } = data;
  const language = documentLanguage(data);
  const { words, formatCents, formatNumber } = language;
  const items = sums ? lines.filter(({ sku }) => sku !== null) : lines;
  return items.map((line) => {
    const { description, sku, quantity, unitPriceCents, discountCents = 0, taxPercent, totalCents } = line;
    const discount = sums
      ? discountText(language, discountCents, sums.couponCode)
      : words.documents.lessDiscount(formatCents(discountCents));
    return {
      description,
      notes: [...(sku ? [sku] : []), ...(discountCents > 0 ? [discount] : [])],
      quantity: formatNumber(quantity),
      price: formatCents(unitPriceCents),
      tax: `${taxPercent} %`,
      amount: formatCents(sums ? lineTotalCents(line) : totalCents),
    };
  });
}
