import { Category } from '@lantern/db/models/category';
import { FormerSlug } from '@lantern/db/models/former-slug';
import { Product } from '@lantern/db/models/product';
import { notFound, ShopError } from '../shared/shop-error.ts';

/**
 * The active product with this slug or, if there is none, the one that had it.
 * @throws {ShopError} NOT_FOUND, with `no_longer_sold` if it was sold until it was archived.
 */
export async function productAt(slug: string): Promise<Product> {
  const product = await Product.findOne({ where: { slug }, raw: true });
  if (product?.status === 'active') return product;
  const id = await ownerOfFormerSlug('product', slug);
  const moved = id ? await Product.findByPk(id, { raw: true }) : null;
  if (moved?.status === 'active') return moved;
  if (product?.status !== 'archived' && moved?.status !== 'archived') throw notFound('product');
  throw new ShopError('NOT_FOUND', 'This product is no longer sold.', { reason: 'no_longer_sold' });
}

/** The category with this slug or, if there is none, the one that had it. @throws {ShopError} NOT_FOUND. */
export async function categoryAt(slug: string): Promise<Category> {
  const category = await Category.findOne({ where: { slug }, raw: true });
  if (category) return category;
  const id = await ownerOfFormerSlug('category', slug);
  const moved = id && (await Category.findByPk(id, { raw: true }));
  if (!moved) throw notFound('category');
  return moved;
}

async function ownerOfFormerSlug(entity: FormerSlug['entity'], slug: string): Promise<number | undefined> {
  const former = await FormerSlug.findOne({ where: { entity, slug }, raw: true });
  return former?.entityId;
}
