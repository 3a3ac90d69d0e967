import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { forSale, Variant } from '@lantern/db/models/variant';
import { Op, type WhereOptions } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';

const BATCH = 2000;

/** For what a product can be had now. */
export interface Offer {
  /** Cents, lowest first: of the variants in stock, or of all where none is. */
  prices: number[];
  inStock: boolean;
}

/** What can be searched of a product, and what the found ones are sifted by. */
export interface SearchEntry {
  id: number;
  name: string;
  tagline: string | null;
  description: string;
  /** Names of its categories and of those above them. */
  categories: string[];
  categoryIds: number[];
  /** "Colour", "Midnight". */
  options: string[];
  skus: string[];
  offer: Offer;
}

/** Everything on sale, a batch at a time. */
export async function* allEntries(): AsyncGenerator<SearchEntry[]> {
  for (let last = 0; ; ) {
    const entries = await readEntries({ id: { [Op.gt]: last } });
    const end = entries.at(-1);
    if (!end) return;
    yield entries;
    last = end.id;
  }
}

/** Those of these products that are on sale; a batch of them at most. */
export async function entriesOf(productIds: number[]): Promise<SearchEntry[]> {
  return readEntries({ id: productIds });
}

/** Which products are in this category or below it, a batch at a time. */
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
      options: [...new Set(sold.flatMap(({ options }) => Object.entries(options).flat()))],
      skus: sold.map(({ sku }) => sku),
      offer: offerOf(sold),
    };
  });
}

/** What these products can be had for now, by their ids. */
export async function offersOf(productId: number[]): Promise<Map<number, Offer>> {
  const attributes = ['productId', 'priceCents', 'stock'];
  const variants = await Variant.findAll({ where: { productId }, attributes, raw: true });
  return new Map([...groupBy(variants, (variant) => variant.productId)].map(([id, own]) => [id, offerOf(own)]));
}

/** Products of which a variant was changed or sold since then, with a mark that differs once one is so again. */
export async function touchedSince(since: Date): Promise<Map<number, string>> {
  const rows = await Variant.findAll({
    where: { updatedAt: { [Op.gte]: since } },
    attributes: ['id', 'productId', 'priceCents', 'stock'],
    order: ['id'],
    raw: true,
  });
  const marks = [...groupBy(rows, ({ productId }) => productId)].map(([productId, own]): [number, string] => [
    productId,
    own.map(({ id, priceCents, stock }) => `${id} ${priceCents} ${stock}`).join(),
  ]);
  return new Map(marks);
}

function offerOf(variants: Pick<Variant, 'priceCents' | 'stock'>[]): Offer {
  const inStock = variants.some(({ stock }) => stock > 0);
  return {
    prices: forSale(variants)
      .map(({ priceCents }) => priceCents)
      .sort((a, b) => a - b),
    inStock,
  };
}
