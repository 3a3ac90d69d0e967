import type { DeliveryPrice } from '../pricing/delivery-price.ts';
import { type Discount, discountLines } from '../pricing/discount.ts';
import { lineTotalCents, type Totals, totalsOf } from '../pricing/pricing.ts';
import { type Coupon, labelOf } from '../promotions/coupon.ts';
import type { Reason, ShopError } from '../shared/shop-error.ts';
import type { CartLineRow } from './lines.ts';

export interface CartLine {
  variantId: number;
  sku: string;
  slug: string;
  name: string;
  options: Record<string, string>;
  imageUrl: string | null;
  accent: number;
  /** The current price, integer cents, tax included. */
  unitPriceCents: number;
  /** The price when it was added; null if that is still the price. */
  previousUnitPriceCents: number | null;
  quantity: number;
  /** Before any discount. */
  lineTotalCents: number;
  /** The line's share of the cart's discount. */
  discountCents: number;
  /** How many can be bought now; 0 if sold out or no longer for sale. */
  available: number;
}

/** The coupon that reduces a cart. */
interface CouponView extends Discount {
  code: string;
  /** "10% off". */
  label: string;
}

/** A coupon on the cart that does not apply now: it reduces nothing until it does again. */
interface RefusedCoupon {
  code: string;
  reason: Reason | null;
  message: string;
}

export interface CartView extends Totals {
  items: CartLine[];
  coupon: CouponView | null;
  couponRefusal: RefusedCoupon | null;
}

/** A cart with the coupon that reduces it, or the reason why its coupon does not. */
export interface PricedCart {
  view: CartView;
  coupon: Coupon | null;
  refusal: ShopError | null;
}

interface Reduction {
  coupon: Coupon;
  isEligible: (productId: number) => boolean;
}

/**
 * A cart with the current prices and stock of its `lines`, delivered with the cheapest of `methods`, less what a coupon
 * takes off.
 */
export function viewCart(lines: CartLineRow[], methods: DeliveryPrice[], reduction?: Reduction): CartView {
  if (!reduction) {
    const items = lines.map(toLine);
    return { items, ...totalsOf(items, methods), coupon: null, couponRefusal: null };
  }
  const { coupon, isEligible } = reduction;
  const { code, kind, value } = coupon;
  const eligible = new Set(lines.flatMap(({ productId, variantId }) => (isEligible(productId) ? variantId : [])));
  const items = discountLines(lines.map(toLine), coupon, ({ variantId }) => eligible.has(variantId));
  return {
    items,
    ...totalsOf(items, methods, { isDeliveryFree: kind === 'free_delivery' }),
    coupon: { code, label: labelOf(coupon), kind, value },
    couponRefusal: null,
  };
}

function toLine(line: CartLineRow): CartLine {
  const { variantId, sku, slug, name, options, imageUrl, accent, quantity, available, priceCents } = line;
  return {
    ...{ variantId, sku, slug, name, options, imageUrl, accent },
    unitPriceCents: priceCents,
    previousUnitPriceCents: line.unitPriceCents === priceCents ? null : line.unitPriceCents,
    quantity,
    lineTotalCents: lineTotalCents({ unitPriceCents: priceCents, quantity }),
    discountCents: 0,
    available,
  };
}
