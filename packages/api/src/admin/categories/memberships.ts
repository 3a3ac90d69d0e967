import type { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { groupBy } from '../../shared/group-by.ts';
import { ShopError } from '../../shared/shop-error.ts';
import type { CategoryTree } from './tree.ts';

const PRODUCTS_A_STATEMENT = 500;

/** Category ids: true for those that a product was put on, false for the ones above them. */
type Memberships = Map<number, boolean>;

/**
 * Puts a product into these categories and all their ancestors, and takes it out of every other one; true
 * where that changes anything. @throws {ShopError} BAD_REQUEST naming `categorySlugs` for an unknown one.
 */
export async function setProductCategories(tree: CategoryTree, productId: number, slugs: string[]): Promise<boolean> {
  const wanted = membershipsOf(tree, categoriesOf(tree, slugs));
  const rows = await ProductCategory.findAll({ where: { productId } });
  const rowOf = new Map(rows.map((row) => [row.categoryId, row]));
  const gone = rows.filter(({ categoryId }) => !wanted.has(categoryId));
  const wrong = [...wanted].filter(([categoryId, direct]) => isDirect(rowOf.get(categoryId)) !== direct);
  for (const row of gone) await row.destroy();
  for (const [categoryId, direct] of wrong) {
    const row = rowOf.get(categoryId);
    if (row) await row.update({ direct });
    else await ProductCategory.create({ categoryId, productId, direct });
  }
  return gone.length + wrong.length > 0;
}

/**
 * Gives the products in and below a category that has moved their new ancestors.
 * It follows from the move, so call it in the shop's own name.
 */
export async function rebuildAncestors(tree: CategoryTree, moved: Category): Promise<void> {
  const branch = tree.branch(moved).map(({ id }) => id);
  const below = await ProductCategory.findAll({ where: { categoryId: branch }, attributes: ['productId'], raw: true });
  const products = [...new Set(below.map(({ productId }) => productId))].sort((a, b) => a - b);
  for (let start = 0; start < products.length; start += PRODUCTS_A_STATEMENT) {
    await rederive(tree, products.slice(start, start + PRODUCTS_A_STATEMENT));
  }
}

async function rederive(tree: CategoryTree, products: number[]): Promise<void> {
  const rows = await ProductCategory.findAll({ where: { productId: products }, raw: true });
  const surplus = new Map<number, number[]>();
  const missing: { categoryId: number; productId: number; direct: boolean }[] = [];
  for (const [productId, own] of groupBy(rows, (row) => row.productId)) {
    const direct = own.filter(isDirect).flatMap(({ categoryId }) => tree.byId(categoryId) ?? []);
    const wanted = membershipsOf(tree, direct);
    for (const { categoryId } of own) {
      if (!wanted.has(categoryId)) surplus.set(categoryId, [...(surplus.get(categoryId) ?? []), productId]);
      wanted.delete(categoryId);
    }
    // What is left is above the product only since now.
    missing.push(...[...wanted.keys()].map((categoryId) => ({ categoryId, productId, direct: false })));
  }
  for (const [categoryId, productId] of surplus) await ProductCategory.destroy({ where: { categoryId, productId } });
  await ProductCategory.bulkCreate(missing);
}

function membershipsOf(tree: CategoryTree, direct: Category[]): Memberships {
  const above = direct.flatMap((category) => tree.ancestors(category));
  return new Map([...above.map(({ id }) => [id, false] as const), ...direct.map(({ id }) => [id, true] as const)]);
}

/** SQLite knows no booleans: it answers 0 and 1. */
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
