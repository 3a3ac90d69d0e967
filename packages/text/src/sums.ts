import { formatCents } from './money.ts';

/*
 * How a discount is shown, in the same words on pages, in mails and on invoices: lines at their price with what a coupon
 * takes off below them, and sums that a reader can add up.
 */

/** What comes between the lines and the total, in integer cents. */
export interface Sums {
  /** Of the items, before any discount. */
  subtotalCents: number;
  discountCents: number;
  /** The code of the coupon behind the discount or the free delivery. */
  couponCode: string | null;
  shippingCents: number;
  /** How it is delivered, if that is chosen. */
  deliveryMethod: { name: string } | null;
}

/** What a coupon takes off a line: "−€2.50 with SPRING10"; empty if it takes nothing off. */
export function discountText(discountCents: number, couponCode: string | null): string {
  if (discountCents === 0) return '';
  return `−${formatCents(discountCents)}${couponCode === null ? '' : ` with ${couponCode}`}`;
}

/** The cost of a delivery, "€4.90", or "Free with FREESHIP" if a coupon pays for it. */
export function deliveryText(shippingCents: number, couponCode: string | null): string {
  if (shippingCents > 0) return formatCents(shippingCents);
  return couponCode === null ? 'Free' : `Free with ${couponCode}`;
}

/** What of the total is tax; it belongs right after it: "includes €7.48 tax". */
export function taxText(taxCents: number): string {
  return `includes ${formatCents(taxCents)} tax`;
}

/** The coupon that pays for the delivery. Every other kind of coupon takes something off the items. */
export function deliveryCoupon({
  discountCents,
  couponCode,
}: Pick<Sums, 'discountCents' | 'couponCode'>): string | null {
  return discountCents === 0 ? couponCode : null;
}

/** The amounts above the total; together they are the total. */
export function sumRows(sums: Sums): { label: string; text: string }[] {
  const { subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod } = sums;
  const discount = {
    label: couponCode === null ? 'Discount' : `Discount (${couponCode})`,
    text: discountText(discountCents, null),
  };
  return [
    { label: 'Subtotal', text: formatCents(subtotalCents) },
    ...(discountCents > 0 ? [discount] : []),
    { label: deliveryMethod?.name ?? 'Delivery', text: deliveryText(shippingCents, deliveryCoupon(sums)) },
  ];
}
