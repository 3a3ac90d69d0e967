import type { Product } from '@lantern/db/models/product';
import { forSale, Variant } from '@lantern/db/models/variant';
import { type Terms, termsOf } from '../../glossary/terms.ts';
import { ago, DAY_MS } from '../../shared/dates.ts';
import { groupBy } from '../../shared/group-by.ts';
import type { Translation } from '../../shared/languages.ts';
import { inTerms, sourcesIn } from '../in-terms.ts';
import { type FeaturedImage, featuredImagesOf } from './featured-images.ts';
import { summarizeInAnyLanguage, summarizeOptions } from './option-summary.ts';

const NEW_FOR_MS = 7 * DAY_MS;

/** The product columns that a card needs. */
export const cardAttributes = ['id', 'slug', 'name', 'priceCents', 'tagline', 'createdAt'] as const;
export type CardRow = Pick<Product, (typeof cardAttributes)[number]>;

export interface ProductCard {
  id: number;
  slug: string;
  name: string;
  /** The lowest price among the variants for sale, integer cents, tax included. */
  priceCents: number;
  /** True if another variant for sale costs more. */
  fromPrice: boolean;
  imageUrl: string | null;
  inStock: boolean;
  /** Items in stock over all variants. */
  stock: number;
  isNew: boolean;
  /** The tagline, or else the choices ("3 sizes"). */
  optionSummary: string | null;
  /** Accent colour, 1–8. */
  accent: number;
}

/** The cards of a page of products that are in this language, in the same order, with a fixed number of queries. */
export async function cardsOf(products: CardRow[], language: Translation): Promise<ProductCard[]> {
  if (products.length === 0) return [];
  const productId = products.map(({ id }) => id);
  const [variants, featuredImages] = await Promise.all([
    Variant.findAll({
      where: { productId },
      attributes: ['productId', 'priceCents', 'stock', 'options'],
      order: ['productId', 'position'],
      raw: true,
    }),
    featuredImagesOf(productId),
  ]);
  const variantsOf = groupBy(variants, ({ productId }) => productId);
  const terms = await termsOf(sourcesIn(variants.map(({ options }) => options)), language);
  return products.map((product) => {
    const image = featuredImages.get(product.id) ?? { imageUrl: null, accent: 1 };
    return cardOf(product, variantsOf.get(product.id) ?? [], image, language === null ? null : terms);
  });
}

/** The card of a product with these variants, in their order. @param terms null in the store's first language. */
export function cardOf(
  product: CardRow,
  variants: Pick<Variant, 'priceCents' | 'stock' | 'options'>[],
  { imageUrl, accent }: FeaturedImage,
  terms: Terms | null,
): ProductCard {
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0);
  return {
    id: product.id,
    slug: product.slug,
    name: product.name,
    priceCents: product.priceCents,
    fromPrice: forSale(variants).some(({ priceCents }) => priceCents > product.priceCents),
    imageUrl,
    inStock: stock > 0,
    stock,
    isNew: product.createdAt > ago(NEW_FOR_MS),
    optionSummary: product.tagline ?? summaryOf(variants, terms),
    accent,
  };
}

function summaryOf(variants: Pick<Variant, 'options'>[], terms: Terms | null): string | null {
  if (terms === null) return summarizeOptions(variants.map(({ options }) => options));
  return summarizeInAnyLanguage(inTerms(variants, terms).map(({ options }) => options));
}
