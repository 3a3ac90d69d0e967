import type { RouterInputs, RouterOutputs } from '@lantern/api/types';

export type Cart = RouterOutputs['cart']['get'];
export type CartItem = Cart['items'][number];
export type CartChange = RouterInputs['cart']['update'];

/** The lines of a cart as they will be after these changes, oldest first; discounts are those from before. */
export function changedItems({ items }: Cart, changes: readonly CartChange[]): CartItem[] {
  const wanted = new Map(changes.map(({ variantId, quantity }) => [variantId, quantity]));
  return items.flatMap((line) => {
    const quantity = wanted.get(line.variantId) ?? line.quantity;
    return quantity > 0 ? { ...line, quantity, lineTotalCents: line.unitPriceCents * quantity } : [];
  });
}

/** React Query returns mutation variables untyped. */
export function isChange(value: unknown): value is CartChange {
  return typeof value === 'object' && value !== null && 'variantId' in value && 'quantity' in value;
}

export function countItems(cart: { items: readonly Pick<CartItem, 'quantity'>[] } | undefined): number {
  return cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
}
