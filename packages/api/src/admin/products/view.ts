import { Category } from '@lantern/db/models/category';
import { Product, type ProductStatus } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { notFound } from '../../shared/shop-error.ts';

/** A product with all that an admin can change of it. */
export interface AdminProduct {
  id: number;
  slug: string;
  name: string;
  description: string;
  highlight: string | null;
  status: ProductStatus;
  /** Hand it back with an update: it tells whether somebody else was quicker. */
  version: number;
  /** The shelves it was put on, without those above them. */
  categorySlugs: string[];
  /** The first is the cover. */
  images: { url: string; alt: string }[];
  variants: { id: number; sku: string; options: Record<string, string>; priceCents: number; stock: number }[];
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}

/** A product in any status. @throws {ShopError} NOT_FOUND. */
export async function adminProduct(id: number): Promise<AdminProduct> {
  const product = await Product.findByPk(id, { raw: true });
  if (!product) throw notFound('product');
  const productId = id;
  const [shelves, images, variants] = await Promise.all([
    ProductCategory.findAll({
      where: { productId, direct: true },
      include: [{ model: Category, attributes: ['slug'] }],
      order: ['categoryId'],
      raw: true,
      nest: true,
    }),
    ProductImage.findAll({ where: { productId }, attributes: ['url', 'alt'], order: ['position', 'id'], raw: true }),
    Variant.findAll({
      where: { productId },
      attributes: ['id', 'sku', 'options', 'priceCents', 'stock'],
      order: ['position', 'id'],
      raw: true,
    }),
  ]);
  const { slug, name, description, highlight, status, version, createdAt, updatedAt } = product;
  return {
    id,
    slug,
    name,
    description,
    highlight,
    status,
    version,
    categorySlugs: shelves.flatMap(({ category }) => category?.slug ?? []),
    images,
    variants,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
