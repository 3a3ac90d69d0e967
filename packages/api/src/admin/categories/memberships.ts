import type { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { groupBy } from '../../shared/group-by.ts';
import { ShopError } from '../../shared/shop-error.ts';
import type { CategoryTree } from './tree.ts';

const PRODUCTS_PER_STATEMENT = 500;

/** Category ids: true for those a product is assigned to, false for their ancestors. */
type Memberships = Map<number, boolean>;

/**
 * Puts a product into these categories and all their ancestors, and removes it from all others; true if that
 * changes anything. @throws {ShopError} BAD_REQUEST on `categorySlugs` for an unknown slug.
 */
export async function setProductCategories(tree: CategoryTree, productId: number, slugs: string[]): Promise<boolean> {
  const target = membershipsOf(tree, categoriesOf(tree, slugs));
  const rows = await ProductCategory.findAll({ where: { productId } });
  const rowOf = new Map(rows.map((row) => [row.categoryId, row]));
  const surplus = rows.filter(({ categoryId }) => !target.has(categoryId));
  const missing = [...target].filter(([categoryId, direct]) => isDirect(rowOf.get(categoryId)) !== direct);
  for (const row of surplus) await row.destroy();
  for (const [categoryId, direct] of missing) {
    const row = rowOf.get(categoryId);
    if (row) await row.update({ direct });
    else await ProductCategory.create({ categoryId, productId, direct });
  }
  return surplus.length + missing.length > 0;
}

/**
 * Updates the ancestors of the products in and below a category that has moved.
 * Call it as the system: it follows from the move, which is logged.
 */
export async function rebuildAncestors(tree: CategoryTree, moved: Category): Promise<void> {
  const branch = tree.branch(moved).map(({ id }) => id);
  const below = await ProductCategory.findAll({ where: { categoryId: branch }, attributes: ['productId'], raw: true });
  const products = [...new Set(below.map(({ productId }) => productId))].sort((a, b) => a - b);
  for (let start = 0; start < products.length; start += PRODUCTS_PER_STATEMENT) {
    await restoreAncestors(tree, products.slice(start, start + PRODUCTS_PER_STATEMENT));
  }
}

/** Puts products into the categories above their own, and removes them from all others; at most a statement's worth. */
export async function restoreAncestors(tree: CategoryTree, products: number[]): Promise<void> {
  const rows = await ProductCategory.findAll({ where: { productId: products }, raw: true });
  const surplus = new Map<number, number[]>();
  const missing: { categoryId: number; productId: number; direct: boolean }[] = [];
  for (const [productId, own] of groupBy(rows, (row) => row.productId)) {
    const direct = own.filter(isDirect).flatMap(({ categoryId }) => tree.byId(categoryId) ?? []);
    const target = membershipsOf(tree, direct);
    for (const { categoryId } of own) {
      if (!target.has(categoryId)) surplus.set(categoryId, [...(surplus.get(categoryId) ?? []), productId]);
      target.delete(categoryId);
    }
    // The remaining ancestors are new.
    missing.push(...[...target.keys()].map((categoryId) => ({ categoryId, productId, direct: false })));
  }
  for (const [categoryId, productId] of surplus) await ProductCategory.destroy({ where: { categoryId, productId } });
  await ProductCategory.bulkCreate(missing);
}

function membershipsOf(tree: CategoryTree, direct: Category[]): Memberships {
  const above = direct.flatMap((category) => tree.ancestors(category));
  return new Map([...above.map(({ id }) => [id, false] as const), ...direct.map(({ id }) => [id, true] as const)]);
}

/** SQLite has no booleans: it returns 0 and 1. */
function isDirect(row: ProductCategory | undefined): boolean | undefined {
  return row && Boolean(row.direct);
}

function categoriesOf(tree: CategoryTree, slugs: string[]): Category[] {
  return slugs.map((slug) => {
    const category = tree.bySlug(slug);
    if (category) return category;
    const message = `There is no category “${slug}”.`;
    throw new ShopError('BAD_REQUEST', message, { fieldErrors: { categorySlugs: [message] } });
  });
}
