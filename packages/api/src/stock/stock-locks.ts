import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { TransactionScope } from '@lantern/db/transaction';

/**
 * Locks the variants with these ids by ascending id, and reads them, archived ones included. Where a sale or a return
 * changes what is for sale (the last item is sold, or the first comes back), their ids are in `changing`, too: their
 * products and all variants of those are locked as well, products first. An admin's edit locks in the same sequence,
 * so the two cannot deadlock. After the commit, the database announces the products.
 */
export async function lockVariants(ids: number[], changing: number[]): Promise<Variant[]> {
  const siblings = changing.length > 0 ? await lockProductsOf(changing) : [];
  const id = [...new Set([...ids, ...siblings])];
  const attributes = ['id', 'productId', 'stock', 'archivedAt'];
  const variants = await Variant.unscoped().findAll({
    where: { id },
    attributes,
    order: ['id'],
    raw: true,
    lock: true,
  });
  const own = variants.filter((variant) => ids.includes(variant.id));
  for (const { productId } of own) TransactionScope.current()?.stockMoved.add(productId);
  return own;
}

/** Locks the products of these variants; returns the ids of all variants of those. */
async function lockProductsOf(variantIds: number[]): Promise<number[]> {
  const id = productIdsOf(await Variant.unscoped().findAll({ where: { id: variantIds }, raw: true }));
  await Product.findAll({ where: { id }, attributes: ['id'], order: ['id'], raw: true, lock: true });
  const siblings = await Variant.findAll({ where: { productId: id }, attributes: ['id'], raw: true });
  return siblings.map((variant) => variant.id);
}

/** The distinct ids of the products these variants belong to. */
export function productIdsOf(variants: { productId: number }[]): number[] {
  return [...new Set(variants.map(({ productId }) => productId))];
}
