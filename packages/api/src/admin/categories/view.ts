import { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { groupBy } from '../../shared/group-by.ts';

export interface AdminCategory {
  id: number;
  slug: string;
  name: string;
  /** Null at the top. */
  parentId: number | null;
  /** Its place among its siblings, from 0. */
  position: number;
  tint: number;
  imageUrl: string | null;
}

export interface AdminCategoryNode extends AdminCategory {
  /** Products on this shelf and on those below it, whatever their status. */
  productCount: number;
  children: AdminCategoryNode[];
}

export function viewCategory({ id, slug, name, parentId, position, tint, imageUrl }: AdminCategory): AdminCategory {
  return { id, slug, name, parentId, position, tint, imageUrl };
}

/** The whole tree, each level in its own order. */
export async function adminCategories(): Promise<AdminCategoryNode[]> {
  const [categories, counts] = await Promise.all([
    Category.findAll({ order: ['position', 'id'], raw: true }),
    ProductCategory.count({ group: ['categoryId'] }),
  ]);
  const countOf = new Map(counts.map(({ categoryId, count }) => [Number(categoryId), count]));
  const childrenOf = groupBy(categories, ({ parentId }) => parentId);
  const nodesUnder = (parentId: number | null): AdminCategoryNode[] =>
    (childrenOf.get(parentId) ?? []).map((category) => ({
      ...viewCategory(category),
      productCount: countOf.get(category.id) ?? 0,
      children: nodesUnder(category.id),
    }));
  return nodesUnder(null);
}
