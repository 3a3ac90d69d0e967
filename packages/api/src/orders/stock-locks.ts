import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';

/**
 * For a sale or a return that changes what is for sale: the last item is sold, or the first comes back. Locks
 * the products of `changing`, then all their variants together with `others`, both by ascending id. An admin's
 * edit locks in the same sequence, so the two cannot deadlock.
 */
export async function lockProductsOf(changing: number[], others: number[]): Promise<void> {
  if (changing.length === 0) return;
  const id = productIdsOf(await Variant.unscoped().findAll({ where: { id: changing }, raw: true }));
  await Product.findAll({ where: { id }, attributes: ['id'], order: ['id'], raw: true, lock: true });
  const siblings = await Variant.findAll({ where: { productId: id }, attributes: ['id'], raw: true });
  const all = [...new Set([...others, ...siblings.map((variant) => variant.id)])];
  await Variant.unscoped().findAll({ where: { id: all }, attributes: ['id'], order: ['id'], raw: true, lock: true });
}

/** The distinct ids of the products these variants belong to. */
export function productIdsOf(variants: { productId: number }[]): number[] {
  return [...new Set(variants.map(({ productId }) => productId))];
}
