import { imageFields } from '@lantern/db/models/product-image';
import { variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import type { Translation } from '../shared/languages.ts';
import { pathOf } from './categories.ts';
import { type ProductView, viewOf } from './product-view.ts';
import { type SharedTexts, sharedTexts } from './shared-texts.ts';
import { allProducts, type SourceProduct } from './source.ts';
import { withTexts } from './texts.ts';

/** What the page of a product shows in a language: the same as `productBySlug` reads. */
export function sourceView(source: SourceProduct, shared: SharedTexts, language: Translation): ProductView {
  const { product, texts, variants, images, memberships } = source;
  const categories = shared.byId(language);
  const parts = {
    images: images.map((image) => pick(image, imageFields)),
    path: pathOf(memberships.map((own) => ({ ...own, category: categories.get(own.categoryId) }))),
    variants: variants.map((variant) => ({ id: variant.id, ...pick(variant, variantFields) })),
  };
  return viewOf(withTexts(product, texts.get(language)), parts, shared.terms(language));
}

/** What the pages of all active products show in a language, in batches by id. */
export async function* allProductViews(language: Translation): AsyncGenerator<ProductView[], void, void> {
  const shared = await sharedTexts();
  for await (const products of allProducts()) yield products.map((product) => sourceView(product, shared, language));
}
