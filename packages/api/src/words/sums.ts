import { deliveryCoupon, type Sums } from '@lantern/text/sums';
import type { Language } from './language.ts';

/*
 * How a discount is shown, as on pages: lines at their price with what a coupon takes off below them, and sums that a
 * reader can add up.
 */

/** What a coupon takes off a line: "−€2.50 with SPRING10"; empty if it takes nothing off. */
export function discountText({ words, formatCents }: Language, discountCents: number, coupon: string | null): string {
  if (discountCents === 0) return '';
  const amount = `−${formatCents(discountCents)}`;
  return coupon === null ? amount : words.sums.withCoupon(amount, coupon);
}

/** The amounts above the total; together they are the total. */
export function sumRows(language: Language, sums: Sums): { label: string; text: string }[] {
  const { subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod } = sums;
  const { words, formatCents } = language;
  const { subtotal, discount, discountWith, delivery } = words.sums;
  const discountRow = {
    label: couponCode === null ? discount : discountWith(couponCode),
    text: discountText(language, discountCents, null),
  };
  return [
    { label: subtotal, text: formatCents(subtotalCents) },
    ...(discountCents > 0 ? [discountRow] : []),
    { label: deliveryMethod?.name ?? delivery, text: deliveryText(language, shippingCents, deliveryCoupon(sums)) },
  ];
}

/** The cost of a delivery, "€4.90", or "Free with FREESHIP" if a coupon pays for it. */
function deliveryText({ words, formatCents }: Language, shippingCents: number, coupon: string | null): string {
  if (shippingCents > 0) return formatCents(shippingCents);
  return coupon === null ? words.sums.free : words.sums.withCoupon(words.sums.free, coupon);
}
