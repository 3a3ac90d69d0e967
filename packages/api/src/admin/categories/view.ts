import { Category } from '@lantern/db/models/category';
import { ProductCategory } from '@lantern/db/models/product-category';
import { foldText } from '@lantern/text/fold';
import { groupBy } from '../../shared/group-by.ts';
import { sortedByText } from '../../shared/sorted-by-text.ts';
import type { CategoryListInput } from './schema.ts';
import { type CategoryNames, categoryTexts } from './texts.ts';

export interface AdminCategory {
  id: number;
  slug: string;
  name: string;
  /** Null for a top-level category. */
  parentId: number | null;
  /** The index among its siblings, from 0. */
  position: number;
  accent: number;
  imageUrl: string | null;
  texts: CategoryNames;
}

export interface AdminCategoryNode extends AdminCategory {
  /** The number of products of any status in this category and its descendants. */
  productCount: number;
  children: AdminCategoryNode[];
}

export async function categoryView(category: Category): Promise<AdminCategory> {
  return viewOf(category, (await categoryTexts(category.id)).get(category.id));
}

function viewOf(
  { id, slug, name, parentId, position, accent, imageUrl }: Category,
  texts: CategoryNames = {},
): AdminCategory {
  return { id, slug, name, parentId, position, accent, imageUrl, texts };
}

/** The tree, or the categories whose names contain `q`, with their ancestors and descendants. */
export async function adminCategories({ q, sort }: CategoryListInput): Promise<AdminCategoryNode[]> {
  const [categories, counts, texts] = await Promise.all([
    Category.findAll({ order: ['position', 'id'], raw: true }),
    ProductCategory.count({ group: ['categoryId'] }),
    categoryTexts(),
  ]);
  const countOf = new Map(counts.map(({ categoryId, count }) => [Number(categoryId), count]));
  const childrenOf = groupBy(categories, ({ parentId }) => parentId);
  const nodesUnder = (parentId: number | null): AdminCategoryNode[] =>
    (childrenOf.get(parentId) ?? []).map((category) => ({
      ...viewOf(category, texts.get(category.id)),
      productCount: countOf.get(category.id) ?? 0,
      children: nodesUnder(category.id),
    }));
  const nodes = nodesUnder(null);
  return filterByName(sort === 'name' ? sortByName(nodes) : nodes, foldText(q ?? ''));
}

function filterByName(nodes: AdminCategoryNode[], words: string): AdminCategoryNode[] {
  if (words === '') return nodes;
  return nodes.flatMap((node) => {
    if (foldText(node.name).includes(words)) return [node];
    const children = filterByName(node.children, words);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Sorted like the lists that the database sorts by name key. */
function sortByName(nodes: AdminCategoryNode[]): AdminCategoryNode[] {
  return sortedByText(nodes, ({ name }) => name).map((node) => ({ ...node, children: sortByName(node.children) }));
}
