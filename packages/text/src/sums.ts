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

/** The coupon that pays for the delivery. Every other kind of coupon takes something off the items. */
export function deliveryCoupon({
  discountCents,
  couponCode,
}: Pick<Sums, 'discountCents' | 'couponCode'>): string | null {
  return discountCents === 0 ? couponCode : null;
}
