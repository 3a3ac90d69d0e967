import { Product } from '@lantern/db/models/product';
import { featuredImagesOf } from '../../catalog/cards/featured-images.ts';
import type { Sold } from './sold-products.ts';

export interface BestSeller extends Sold {
  slug: string;
  name: string;
  imageUrl: string | null;
}

/** These products as the dashboard shows them. */
export async function viewBestSellers(sold: Sold[]): Promise<BestSeller[]> {
  const id = sold.map(({ productId }) => productId);
  const [products, featuredImages] = await Promise.all([
    Product.findAll({ where: { id }, attributes: ['id', 'slug', 'name'], raw: true }),
    featuredImagesOf(id),
  ]);
  const productOf = new Map(products.map((product) => [product.id, product]));
  return sold.flatMap(({ productId, quantity, revenueCents }) => {
    const product = productOf.get(productId);
    if (!product) return [];
    const { slug, name } = product;
    const imageUrl = featuredImages.get(productId)?.imageUrl ?? null;
    return [{ productId, slug, name, imageUrl, quantity, revenueCents }];
  });
}
