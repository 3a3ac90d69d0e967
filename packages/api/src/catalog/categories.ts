import { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { groupBy } from '../shared/group-by.ts';
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
export async function categoryTree(services: { counts: CatalogCounts }): Promise<CategoryNode[]> {
  const [categories, counts] = await Promise.all([
    Category.findAll({ order: ['position', 'id'], raw: true }),
    services.counts.byCategory(),
  ]);
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

/**
 * The breadcrumb of a product, from the top category down to its own; if it has several, to the one that was
 * created first.
 */
export async function pathTo(productId: number): Promise<{ slug: string; name: string; accent: number }[]> {
  const rows = await ProductCategory.findAll({
    where: { productId },
    include: [{ model: Category, attributes: ['id', 'slug', 'name', 'accent', 'parentId'] }],
    order: ['categoryId'],
    raw: true,
    nest: true,
  });
  const categories = new Map(rows.map(({ category, categoryId }) => [categoryId, category]));
  const path: Category[] = [];
  let next = categories.get(rows.find(({ direct }) => direct)?.categoryId ?? 0);
  while (next && !path.includes(next)) {
    path.unshift(next);
    next = next.parentId === null ? undefined : categories.get(next.parentId);
  }
  return path.map(({ slug, name, accent }) => ({ slug, name, accent }));
}
