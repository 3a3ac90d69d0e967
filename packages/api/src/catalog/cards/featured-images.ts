import { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { ProductImage } from '@lantern/db/models/product-image';

/** A product's first image, and the accent colour (1–8) of its background. */
export interface FeaturedImage {
  imageUrl: string | null;
  accent: number;
}

/** The featured images of these products, in two queries. */
export async function featuredImagesOf(productId: number[]): Promise<Map<number, FeaturedImage>> {
  if (productId.length === 0) return new Map();
  const [images, memberships] = await Promise.all([
    ProductImage.findAll({ where: { productId, position: 0 }, attributes: ['productId', 'url'], raw: true }),
    ProductCategory.findAll({
      where: { productId, direct: true },
      attributes: ['productId'],
      include: [{ model: Category, attributes: ['accent'] }],
      // With several categories the first one wins, as in the breadcrumb: descending, because the last one set wins.
      order: [['categoryId', 'DESC']],
      raw: true,
      nest: true,
    }),
  ]);
  const urlOf = new Map(images.map(({ productId: id, url }) => [id, url]));
  const accentOf = new Map(memberships.map(({ productId: id, category }) => [id, category?.accent]));
  return new Map(productId.map((id) => [id, { imageUrl: urlOf.get(id) ?? null, accent: accentOf.get(id) ?? 1 }]));
}
