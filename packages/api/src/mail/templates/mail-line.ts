import { isolated } from '@lantern/text/isolated';
import { discountText } from '@lantern/text/sums';
import type { MailLine } from '../../mail-layout/content.ts';
import { lineTotalCents, type PricedLine, paidForPart } from '../../pricing/pricing.ts';

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
export function mailLine(bought: BoughtLine, { quantity, before }: LinePart, couponCode: string | null): MailLine {
  const totalCents = lineTotalCents({ ...bought, quantity });
  return {
    name: bought.name,
    options: Object.values(bought.options).map(isolated).join(', '),
    quantity,
    totalCents,
    discount: discountText(totalCents - paidForPart(bought, before, quantity), couponCode),
  };
}
