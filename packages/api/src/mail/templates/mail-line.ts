import { isolated } from '@lantern/text/isolated';
import type { MailLine } from '../../mail-layout/content.ts';
import { lineTotalCents, type PricedLine, paidForPart } from '../../pricing/pricing.ts';
import type { Language } from '../../words/language.ts';
import { discountText } from '../../words/sums.ts';

/** Some of a line's items, after `before` others of them. */
export interface LinePart {
  quantity: number;
  before: number;
}

interface BoughtLine extends PricedLine {
  name: string;
  options: Record<string, string>;
}

/** A line, or a part of it with its share of the discount: the shares of all parts add up to the line's discount. */
export function mailLine(
  language: Language,
  bought: BoughtLine,
  { quantity, before }: LinePart,
  couponCode: string | null,
): Omit<MailLine, 'picture'> {
  const { words, formatCents, formatNumber } = language;
  const totalCents = lineTotalCents({ ...bought, quantity });
  return {
    name: bought.name,
    options: Object.values(bought.options).map(isolated).join(', '),
    quantity,
    quantityText: words.orderMail.quantity(formatNumber(quantity)),
    total: formatCents(totalCents),
    discount: discountText(language, totalCents - paidForPart(bought, before, quantity), couponCode),
  };
}
