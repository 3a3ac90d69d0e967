import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { Op, type WhereOptions } from '@lantern/db/query';
import { groupBy } from '../shared/group-by.ts';

const BATCH = 2000;

/** What can be searched of a product. */
export interface SearchEntry {
  id: number;
  name: string;
  categories: string;
  description: string;
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

/** Which products stand on this shelf or below it, a batch at a time. */
export async function* productsOnShelf(categoryId: number): AsyncGenerator<number[]> {
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
    attributes: ['id', 'name', 'description'],
    order: [['id', 'ASC']],
    limit: BATCH,
    raw: true,
  });
  const shelves = await ProductCategory.findAll({
    where: { productId: products.map(({ id }) => id) },
    attributes: ['productId'],
    include: [{ model: Category, attributes: ['name'] }],
    order: ['productId', 'categoryId'],
    raw: true,
    nest: true,
  });
  const shelvesOf = groupBy(shelves, ({ productId }) => productId);
  return products.map((product) => ({
    ...product,
    categories: (shelvesOf.get(product.id) ?? []).map(({ category }) => category?.name ?? '').join(' '),
  }));
}
