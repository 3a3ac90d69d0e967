import { imageFields } from '@lantern/db/models/product-image';
import { variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { allCategories, type CategoryRow, pathOf } from './categories.ts';
import { type ProductView, viewOf } from './product-view.ts';
import { allProducts, type SourceProduct } from './source.ts';

/** What the page of a product shows: the same as `productBySlug` reads. */
export function sourceView(source: SourceProduct, categories: ReadonlyMap<number, CategoryRow>): ProductView {
  const { product, variants, images, memberships } = source;
  return viewOf(product, {
    images: images.map((image) => pick(image, imageFields)),
    path: pathOf(memberships.map((own) => ({ ...own, category: categories.get(own.categoryId) }))),
    variants: variants.map((variant) => ({ id: variant.id, ...pick(variant, variantFields) })),
  });
}

/** What the pages of all active products show, in batches by id. */
export async function* allProductViews(): AsyncGenerator<ProductView[], void, void> {
  const categories = new Map((await allCategories()).map((category) => [category.id, category]));
  for await (const products of allProducts()) yield products.map((product) => sourceView(product, categories));
}
