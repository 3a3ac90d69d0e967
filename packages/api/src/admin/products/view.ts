import { Category } from '@lantern/db/models/category';
import { Product, type ProductFields, productFields } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type ImageFields, imageFields, ProductImage } from '@lantern/db/models/product-image';
import type { TextFields } from '@lantern/db/models/product-text';
import { Variant, type VariantFields, variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { notFound } from '../../shared/shop-error.ts';
import { productTexts } from './texts.ts';
import { versionColumn } from './version.ts';

/** A product with everything an admin can edit. */
export interface AdminProduct extends ProductFields {
  id: number;
  /** Send it back with an update, to detect concurrent edits. Sales increment it, too. */
  version: number;
  /** In other languages than the store's first, by language, as far as there are any. */
  texts: Record<string, TextFields>;
  /** The categories it is assigned to, without their ancestors. */
  categorySlugs: string[];
  /** The first is the featured image. */
  images: ImageFields[];
  variants: ({ id: number } & VariantFields)[];
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}

/** A product in any status. @throws {ShopError} NOT_FOUND. */
export async function adminProduct(id: number): Promise<AdminProduct> {
  const product = await Product.findByPk(id, {
    raw: true,
    attributes: { exclude: ['version'], include: [versionColumn] },
  });
  if (!product) throw notFound('product');
  const productId = id;
  const [texts, memberships, images, variants] = await Promise.all([
    productTexts(id),
    ProductCategory.findAll({
      where: { productId, direct: true },
      include: [{ model: Category, attributes: ['slug'] }],
      order: ['categoryId'],
      raw: true,
      nest: true,
    }),
    ProductImage.findAll({ where: { productId }, attributes: [...imageFields], order: ['position', 'id'], raw: true }),
    Variant.findAll({
      where: { productId },
      attributes: ['id', ...variantFields],
      order: ['position', 'id'],
      raw: true,
    }),
  ]);
  const { version, createdAt, updatedAt } = product;
  return {
    id,
    ...pick(product, productFields),
    version,
    texts,
    categorySlugs: memberships.flatMap(({ category }) => category?.slug ?? []),
    images,
    variants,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
