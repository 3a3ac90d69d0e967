import type { DeliveryPrice } from '@lantern/api/pricing/delivery-price';
import { discountLines } from '@lantern/api/pricing/discount';
import { totalsOf } from '@lantern/api/pricing/pricing';
import { type Cart, type CartChange, changedItems } from './cart-items.ts';

/** The cart as it will be after these changes, oldest first, delivered with the cheapest of `methods`. */
export function withChanges(cart: Cart, changes: readonly CartChange[], methods: readonly DeliveryPrice[]): Cart {
  if (changes.length === 0) return cart;
  const items = changedItems(cart, changes);
  const { coupon } = cart;
  if (!coupon) return { ...cart, items, ...totalsOf(items, methods) };
  // A line without a share of the discount is one that the coupon is not for. The server's answer has the last word.
  const discounted = discountLines(items, coupon, ({ discountCents }) => discountCents > 0);
  const isDeliveryFree = deliveryCouponOf(cart) !== null;
  return { ...cart, items: discounted, ...totalsOf(discounted, methods, { isDeliveryFree }) };
}

/** The code of the coupon that pays for the delivery, if there is one. */
export function deliveryCouponOf(cart: Pick<Cart, 'coupon'> | undefined): string | null {
  return cart?.coupon?.kind === 'free_delivery' ? cart.coupon.code : null;
}
