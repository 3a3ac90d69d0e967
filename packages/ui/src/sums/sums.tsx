import { deliveryCoupon, type Sums } from '@lantern/text/sums';
import { t } from '@lingui/core/macro';
import { formatCents } from '../format/format.tsx';

/* What @lantern/text/sums says in mails and on invoices, in the language of the page. */

/** What a coupon takes off a line: "−€2.50 with SPRING10"; empty if it takes nothing off. */
export function discountText(discountCents: number, couponCode: string | null): string {
  if (discountCents === 0) return '';
  const amount = formatCents(discountCents);
  return couponCode === null ? `−${amount}` : t`−${amount} with ${couponCode}`;
}

/** The cost of a delivery, "€4.90", or "Free with FREESHIP" if a coupon pays for it. */
export function deliveryText(shippingCents: number, couponCode: string | null): string {
  if (shippingCents > 0) return formatCents(shippingCents);
  return couponCode === null ? t`Free` : t`Free with ${couponCode}`;
}

/** What of the total is tax; it belongs right after it: "includes €7.48 tax". */
export function taxText(taxCents: number): string {
  return t`includes ${{ amount: formatCents(taxCents) }} tax`;
}

/** The amounts above the total; together they are the total. */
export function sumRows(sums: Sums): { label: string; text: string }[] {
  const { subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod } = sums;
  const discount = {
    label: couponCode === null ? t`Discount` : t`Discount (${couponCode})`,
    text: discountText(discountCents, null),
  };
  return [
    { label: t`Subtotal`, text: formatCents(subtotalCents) },
    ...(discountCents > 0 ? [discount] : []),
    { label: deliveryMethod?.name ?? t`Delivery`, text: deliveryText(shippingCents, deliveryCoupon(sums)) },
  ];
}
