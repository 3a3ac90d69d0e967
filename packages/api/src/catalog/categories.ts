import { Category } from '@lantern/db/models/category';
import { CategoryText } from '@lantern/db/models/category-text';
import { ProductCategory } from '@lantern/db/models/product-category';
import { groupBy } from '../shared/group-by.ts';
import type { Translation } from '../shared/languages.ts';
import type { CatalogCounts } from './counts.ts';

export interface CategoryNode {
  slug: string;
  name: string;
  /** The number of active products in this category and its descendants. */
  productCount: number;
  accent: number;
  imageUrl: string | null;
  children: CategoryNode[];
}

/** The whole tree, each level sorted by position. */
export async function categoryTree(
  services: { counts: CatalogCounts },
  language: Translation,
): Promise<CategoryNode[]> {
  const [categories, counts] = await Promise.all([allCategories(language), services.counts.byCategory()]);
  return treeOf(categories, counts);
}

/** A category as far as shoppers see it. */
export type CategoryRow = Pick<Category, 'id' | 'slug' | 'name' | 'parentId' | 'accent' | 'imageUrl'>;

/** All categories with their names in a language, siblings by position. */
export async function allCategories(language: Translation): Promise<CategoryRow[]> {
  const [rows, names] = await Promise.all([
    Category.findAll({
      attributes: ['id', 'slug', 'name', 'parentId', 'accent', 'imageUrl'],
      order: ['position', 'id'],
      raw: true,
    }),
    categoryNames(language),
  ]);
  return renamed(rows, names);
}

/** What categories are called in a language, by id; none in the store's first, whose names they have themselves. */
async function categoryNames(language: Translation): Promise<ReadonlyMap<number, string>> {
  if (language === null) return new Map();
  const rows = await CategoryText.findAll({ where: { language }, attributes: ['categoryId', 'name'], raw: true });
  return new Map(rows.map(({ categoryId, name }) => [categoryId, name]));
}

/** These categories, called by these names instead of their own, as far as there are any. */
export function renamed<Row extends { id: number; name: string }>(
  rows: Row[],
  names: ReadonlyMap<number, string>,
): Row[] {
  return names.size === 0 ? rows : rows.map((row) => ({ ...row, name: names.get(row.id) ?? row.name }));
}

/** The tree of these categories, with the number of active products in each, by id. */
export function treeOf(categories: CategoryRow[], counts: ReadonlyMap<number, number>): CategoryNode[] {
  const childrenOf = groupBy(categories, ({ parentId }) => parentId);
  const nodesUnder = (parentId: number | null): CategoryNode[] =>
    (childrenOf.get(parentId) ?? []).map(({ id, slug, name, accent, imageUrl }) => ({
      slug,
      name,
      productCount: counts.get(id) ?? 0,
      accent,
      imageUrl,
      children: nodesUnder(id),
    }));
  return nodesUnder(null);
}

export type BreadcrumbItem = Pick<CategoryRow, 'slug' | 'name' | 'accent'>;

/** The breadcrumb of a product: see `pathOf`. */
export async function pathTo(productId: number, language: Translation): Promise<BreadcrumbItem[]> {
  const [rows, names] = await Promise.all([
    ProductCategory.findAll({
      where: { productId },
      include: [{ model: Category, attributes: ['id', 'slug', 'name', 'accent', 'parentId'] }],
      order: ['categoryId'],
      raw: true,
      nest: true,
    }),
    categoryNames(language),
  ]);
  const memberships = rows.map(({ categoryId, direct, category }) => ({
    categoryId,
    direct: Boolean(direct),
    category: category && renamed([category], names)[0],
  }));
  return pathOf(memberships);
}

interface Membership {
  categoryId: number;
  direct: boolean;
  category?: Pick<CategoryRow, 'slug' | 'name' | 'accent' | 'parentId'>;
}

/**
 * The breadcrumb of a product with these memberships, which are sorted by category id: from the top category down to
 * its own; if it has several, to the one that was created first.
 */
export function pathOf(memberships: Membership[]): BreadcrumbItem[] {
  const categories = new Map(memberships.map(({ category, categoryId }) => [categoryId, category]));
  const path: BreadcrumbItem[] = [];
  const passed = new Set<number>();
  let id = memberships.find(({ direct }) => direct)?.categoryId ?? null;
  while (id !== null && !passed.has(id)) {
    passed.add(id);
    const category = categories.get(id);
    if (!category) break;
    path.unshift({ slug: category.slug, name: category.name, accent: category.accent });
    id = category.parentId;
  }
  return path;
}
