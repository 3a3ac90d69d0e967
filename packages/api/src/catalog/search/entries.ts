import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { forSale, Variant } from '@lantern/db/models/variant';
import { Op, type WhereOptions } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';

const BATCH = 2000;

/** A product's current prices and availability. */
export interface Offer {
  /** Cents, lowest first: of the variants in stock, or of all if none is. */
  prices: number[];
  inStock: boolean;
}

/** The searchable texts of a product, and the data that hits are filtered by. */
export interface SearchEntry {
  id: number;
  name: string;
  tagline: string | null;
  description: string;
  /** Names of its categories and their ancestors. */
  categories: string[];
  categoryIds: number[];
  /** Option names and values: "Colour", "Midnight". */
  options: string[];
  skus: string[];
  offer: Offer;
}

/** All active products, in batches. */
export async function* allEntries(): AsyncGenerator<SearchEntry[]> {
  for (let last = 0; ; ) {
    const entries = await readEntries({ id: { [Op.gt]: last } });
    const end = entries.at(-1);
    if (!end) return;
    yield entries;
    last = end.id;
  }
}

/** Those of these products that are active; at most one batch. */
export async function entriesOf(productIds: number[]): Promise<SearchEntry[]> {
  return readEntries({ id: productIds });
}

/** The ids of the products in this category or its descendants, in batches. */
export async function* productsInCategory(categoryId: number): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const rows = await ProductCategory.findAll({
      where: { categoryId, productId: { [Op.gt]: last } },
      attributes: ['productId'],
      order: ['productId'],
      limit: BATCH,
      raw: true,
    });
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(({ productId }) => productId);
    last = end.productId;
  }
}

async function readEntries(where: WhereOptions<Product>): Promise<SearchEntry[]> {
  const products = await Product.findAll({
    where: { [Op.and]: [{ status: 'active' }, where] },
    attributes: ['id', 'name', 'tagline', 'description'],
    order: [['id', 'ASC']],
    limit: BATCH,
    raw: true,
  });
  const productId = products.map(({ id }) => id);
  const [memberships, variants] = await Promise.all([
    ProductCategory.findAll({
      where: { productId },
      attributes: ['productId', 'categoryId'],
      include: [{ model: Category, attributes: ['name'] }],
      order: ['productId', 'categoryId'],
      raw: true,
      nest: true,
    }),
    Variant.findAll({
      where: { productId },
      attributes: ['productId', 'sku', 'options', 'priceCents', 'stock'],
      order: ['productId', 'position'],
      raw: true,
    }),
  ]);
  const membershipsOf = groupBy(memberships, ({ productId }) => productId);
  const variantsOf = groupBy(variants, (variant) => variant.productId);
  return products.map((product) => {
    const own = membershipsOf.get(product.id) ?? [];
    const sold = variantsOf.get(product.id) ?? [];
    return {
      ...product,
      categories: own.map(({ category }) => category?.name ?? ''),
      categoryIds: own.map(({ categoryId }) => categoryId),
      options: optionTexts(sold),
      skus: sold.map(({ sku }) => sku),
      offer: offerOf(sold),
    };
  });
}

/** The current offers of these products, by product id. */
export async function offersOf(productId: number[]): Promise<Map<number, Offer>> {
  const attributes = ['productId', 'priceCents', 'stock'];
  const variants = await Variant.findAll({ where: { productId }, attributes, raw: true });
  return new Map([...groupBy(variants, (variant) => variant.productId)].map(([id, own]) => [id, offerOf(own)]));
}

/** Products with a variant changed or sold since then, with a fingerprint that changes with the next such change. */
export async function productsChangedSince(since: Date): Promise<Map<number, string>> {
  const rows = await Variant.findAll({
    where: { updatedAt: { [Op.gte]: since } },
    attributes: ['id', 'productId', 'priceCents', 'stock'],
    order: ['id'],
    raw: true,
  });
  const fingerprints = [...groupBy(rows, ({ productId }) => productId)].map(([productId, own]): [number, string] => [
    productId,
    own.map(({ id, priceCents, stock }) => `${id} ${priceCents} ${stock}`).join(),
  ]);
  return new Map(fingerprints);
}

/** The names and values of all options, each once. */
export function optionTexts(variants: Pick<Variant, 'options'>[]): string[] {
  return [...new Set(variants.flatMap(({ options }) => Object.entries(options).flat()))];
}

/** What of these variants is for sale. */
export function offerOf(variants: Pick<Variant, 'priceCents' | 'stock'>[]): Offer {
  const inStock = variants.some(({ stock }) => stock > 0);
  return {
    prices: forSale(variants)
      .map(({ priceCents }) => priceCents)
      .sort((a, b) => a - b),
    inStock,
  };
}
