import type { Product } from '@lantern/db/models/product';
import { forSale, Variant } from '@lantern/db/models/variant';
import { ago, DAY_MS } from '../shared/dates.ts';
import { groupBy } from '../shared/group-by.ts';
import { choicesOf } from './choices.ts';
import { featuredImagesOf } from './featured-images.ts';

const NEW_FOR_MS = 7 * DAY_MS;

/** As much of a product as its card needs. */
export const cardAttributes = ['id', 'slug', 'name', 'priceCents', 'tagline', 'createdAt'] as const;
export type CardRow = Pick<Product, (typeof cardAttributes)[number]>;

export interface ProductCard {
  id: number;
  slug: string;
  name: string;
  /** The lowest price of what is for sale of it, integer cents, tax included. */
  priceCents: number;
  /** True where something else for sale costs more. */
  fromPrice: boolean;
  imageUrl: string | null;
  inStock: boolean;
  /** Items in stock over all variants. */
  stock: number;
  isNew: boolean;
  /** What can be chosen ("3 sizes"), or the tagline. */
  optionSummary: string | null;
  /** Accent colour, 1–8. */
  accent: number;
}

/** Makes the cards of a page of products, in their order: three reads, however many they are. */
export async function cardsOf(products: CardRow[]): Promise<ProductCard[]> {
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
  return products.map((product) => {
    const own = variantsOf.get(product.id) ?? [];
    const stock = own.reduce((sum, variant) => sum + variant.stock, 0);
    return {
      id: product.id,
      slug: product.slug,
      name: product.name,
      priceCents: product.priceCents,
      fromPrice: forSale(own).some(({ priceCents }) => priceCents > product.priceCents),
      imageUrl: featuredImages.get(product.id)?.imageUrl ?? null,
      inStock: stock > 0,
      stock,
      isNew: product.createdAt > ago(NEW_FOR_MS),
      optionSummary: product.tagline ?? choicesOf(own.map(({ options }) => options)),
      accent: featuredImages.get(product.id)?.accent ?? 1,
    };
  });
}
