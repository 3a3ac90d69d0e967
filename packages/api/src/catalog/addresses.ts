import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductImage } from '@lantern/db/models/product-image';
import { literal, Op } from '@lantern/db/query';
import { groupBy } from '../shared/group-by.ts';

/** Few enough that turning the rows into objects does not hold up the process for long. */
const BATCH = 500;

/** What a search engine wants to know of a product before it reads its page. */
export interface ProductAddress {
  slug: string;
  /** When an admin last changed something; sales do not count. */
  updatedAt: Date;
  /** By position, as stored: paths below `/media/`. */
  imageUrls: string[];
}

/** The addresses of all active products, in batches by id. */
export async function* productAddresses(): AsyncGenerator<ProductAddress[], void, void> {
  for (let last = 0; ; ) {
    const products = await Product.findAll({
      where: { status: 'active', id: { [Op.gt]: last } },
      attributes: ['id', 'slug', 'updatedAt'],
      order: [['id', 'ASC']],
      limit: BATCH,
      raw: true,
    });
    const end = products.at(-1);
    if (!end) return;
    const images = await ProductImage.findAll({
      where: { productId: products.map(({ id }) => id) },
      attributes: ['productId', 'url'],
      order: ['productId', 'position'],
      raw: true,
    });
    const imagesOf = groupBy(images, ({ productId }) => productId);
    yield products.map(({ id, slug, updatedAt }) => ({
      slug,
      updatedAt,
      imageUrls: (imagesOf.get(id) ?? []).map(({ url }) => url),
    }));
    last = end.id;
  }
}

/**
 * The slugs of the categories that have active products, in themselves or below; siblings by position. Without counting
 * them, which a large catalogue would notice.
 */
export async function filledCategories(): Promise<string[]> {
  const rows = await Category.findAll({
    where: literal(
      `EXISTS (SELECT 1 FROM product_categories pc JOIN products p ON p.id = pc.productId
       WHERE pc.categoryId = Category.id AND p.status = 'active')`,
    ),
    attributes: ['slug'],
    order: ['parentId', 'position', 'id'],
    raw: true,
  });
  return rows.map(({ slug }) => slug);
}
