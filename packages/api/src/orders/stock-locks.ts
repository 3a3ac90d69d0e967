import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';

/**
 * For a sale or a return that changes what is for sale: its last item goes, or the first comes back. Locks
 * the products of `turning`, then all of their variants together with `others`, both in the order of ids:
 * that is the order in which an admin's edit takes them, so nobody waits for another in a ring.
 */
export async function lockProductsOf(turning: number[], others: number[]): Promise<void> {
  if (turning.length === 0) return;
  const id = productIdsOf(await Variant.unscoped().findAll({ where: { id: turning }, raw: true }));
  await Product.findAll({ where: { id }, attributes: ['id'], order: ['id'], raw: true, lock: true });
  const siblings = await Variant.findAll({ where: { productId: id }, attributes: ['id'], raw: true });
  const all = [...new Set([...others, ...siblings.map((variant) => variant.id)])];
  await Variant.unscoped().findAll({ where: { id: all }, attributes: ['id'], order: ['id'], raw: true, lock: true });
}

/** Of which products these are, each once. */
export function productIdsOf(variants: { productId: number }[]): number[] {
  return [...new Set(variants.map(({ productId }) => productId))];
}
