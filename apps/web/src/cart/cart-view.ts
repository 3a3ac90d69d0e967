import { totalsOf } from '@lantern/api/pricing/pricing';
import type { RouterInputs, RouterOutputs } from '@lantern/api/types';

export type Cart = RouterOutputs['cart']['get'];
export type CartItem = Cart['items'][number];
type Change = RouterInputs['cart']['update'];

/** The cart as it will be after these changes, oldest first. */
export function withChanges(cart: Cart, changes: readonly Change[]): Cart {
  if (changes.length === 0) return cart;
  const wanted = new Map(changes.map(({ variantId, quantity }) => [variantId, quantity]));
  const items = cart.items.flatMap((line) => {
    const quantity = wanted.get(line.variantId) ?? line.quantity;
    return quantity > 0 ? { ...line, quantity, lineTotalCents: line.unitPriceCents * quantity } : [];
  });
  return { items, ...totalsOf(items) };
}

/** React Query returns mutation variables untyped. */
export function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'variantId' in value && 'quantity' in value;
}

export function countItems(cart: Cart | undefined): number {
  return cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
}
