import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { type ImageFields, imageFields, ProductImage } from '@lantern/db/models/product-image';
import { ProductText, textFields } from '@lantern/db/models/product-text';
import { Variant, type VariantFields, variantFields } from '@lantern/db/models/variant';
import { Op, type WhereOptions } from '@lantern/db/query';
import { groupBy } from '../shared/group-by.ts';
import type { Translation } from '../shared/languages.ts';
import type { CardRow } from './cards/cards.ts';
import { shownFields } from './product-view.ts';
import type { Texts } from './texts.ts';

/** Few enough that turning the rows into objects does not hold up the process for long. */
export const SOURCE_BATCH = 200;

/** An active product with everything that shoppers see of it, as it is in the database. */
export interface SourceProduct {
  product: CardRow & Pick<Product, (typeof shownFields)[number] | 'nameKey'>;
  /** In other languages than the store's first. */
  texts: ReadonlyMap<Translation, Texts>;
  /** By position. */
  variants: ({ id: number } & VariantFields)[];
  /** By position; the featured image is the one at position 0. */
  images: (ImageFields & { position: number })[];
  /** Its categories and their ancestors, by id. */
  memberships: { categoryId: number; direct: boolean }[];
}

/** All active products, in batches by id. */
export async function* allProducts(): AsyncGenerator<SourceProduct[], void, void> {
  for (let last = 0; ; ) {
    const products = await productsAfter(last);
    const end = products.at(-1);
    if (!end) return;
    yield products;
    last = end.product.id;
  }
}

/** The first batch of active products above an id. */
export function productsAfter(id: number): Promise<SourceProduct[]> {
  return read({ id: { [Op.gt]: id } });
}

/** Those of these products that are active; at most `SOURCE_BATCH` ids. */
export function productsById(ids: number[]): Promise<SourceProduct[]> {
  return read({ id: ids });
}

/** What is left of each of a product's variants. */
export interface StockOfProduct {
  id: number;
  variants: Pick<Variant, 'id' | 'stock'>[];
}

/** What is left of those of these products that have variants; at most `SOURCE_BATCH` ids. */
export async function stockById(productId: number[]): Promise<StockOfProduct[]> {
  const variants = await Variant.findAll({ where: { productId }, attributes: ['productId', 'id', 'stock'], raw: true });
  return [...groupBy(variants, (row) => row.productId)].map(([id, own]) => ({ id, variants: own }));
}

async function read(where: WhereOptions<Product>): Promise<SourceProduct[]> {
  const products = await Product.findAll({
    where: { [Op.and]: [{ status: 'active' }, where] },
    attributes: ['id', ...shownFields, 'priceCents', 'nameKey', 'createdAt'],
    order: [['id', 'ASC']],
    limit: SOURCE_BATCH,
    raw: true,
  });
  if (products.length === 0) return [];
  const productId = products.map(({ id }) => id);
  const [texts, variants, images, memberships] = await Promise.all([
    ProductText.findAll({
      where: { productId },
      attributes: ['productId', 'language', ...textFields],
      order: ['productId', 'language'],
      raw: true,
    }),
    Variant.findAll({
      where: { productId },
      attributes: ['productId', 'id', ...variantFields],
      order: ['productId', 'position', 'id'],
      raw: true,
    }),
    ProductImage.findAll({
      where: { productId },
      attributes: ['productId', ...imageFields, 'position'],
      order: ['productId', 'position'],
      raw: true,
    }),
    ProductCategory.findAll({
      where: { productId },
      attributes: ['productId', 'categoryId', 'direct'],
      order: ['productId', 'categoryId'],
      raw: true,
    }),
  ]);
  const textsByProduct = groupBy(texts, (row) => row.productId);
  const variantsOf = groupBy(variants, (row) => row.productId);
  const imagesOf = groupBy(images, (row) => row.productId);
  const membershipsOf = groupBy(memberships, (row) => row.productId);
  return products.map((product) => ({
    product,
    texts: new Map((textsByProduct.get(product.id) ?? []).map((own) => [own.language, own])),
    variants: variantsOf.get(product.id) ?? [],
    images: imagesOf.get(product.id) ?? [],
    memberships: (membershipsOf.get(product.id) ?? []).map(({ categoryId, direct }) => ({
      categoryId,
      direct: Boolean(direct),
    })),
  }));
}
