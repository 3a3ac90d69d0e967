import { discountLines } from '@lantern/api/pricing/discount';
import { type DeliveryPrice, totalsOf } from '@lantern/api/pricing/pricing';
import type { RouterInputs, RouterOutputs } from '@lantern/api/types';

export type Cart = RouterOutputs['cart']['get'];
export type CartItem = Cart['items'][number];
type Change = RouterInputs['cart']['update'];

/** The cart as it will be after these changes, oldest first, delivered with the cheapest of `methods`. */
export function withChanges(cart: Cart, changes: readonly Change[], methods: readonly DeliveryPrice[]): Cart {
  if (changes.length === 0) return cart;
  const wanted = new Map(changes.map(({ variantId, quantity }) => [variantId, quantity]));
  const items = cart.items.flatMap((line) => {
    const quantity = wanted.get(line.variantId) ?? line.quantity;
    return quantity > 0 ? { ...line, quantity, lineTotalCents: line.unitPriceCents * quantity } : [];
  });
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

/** React Query returns mutation variables untyped. */
export function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'variantId' in value && 'quantity' in value;
}

export function countItems(cart: Cart | undefined): number {
  return cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
}
