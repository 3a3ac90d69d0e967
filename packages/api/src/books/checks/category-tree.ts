import { Category } from '@lantern/db/models/category';
import { CategoryTree, lockTree } from '../../admin/categories/tree.ts';
import { byRow } from '../by-row.ts';

const ADVICE = 'Nobody finds it there: set its parentId to NULL in the database, then choose what it belongs under.';

/** That above each category there is one at the top. */
export const categoryTree = byRow({
  name: 'category-tree',
  table: 'categories',
  async suspects(_, { after, through }) {
    const tree = new CategoryTree(await Category.findAll({ order: ['id'], raw: true }));
    const within = tree.rows.filter(({ id }) => id > after && id <= through);
    return within.filter((category) => !isReached(tree, category)).map(({ id }) => id);
  },
  async examine(_, id) {
    const tree = await lockTree();
    const category = tree.byId(id);
    if (!category || isReached(tree, category)) return [];
    const { slug, parentId } = category;
    const found = tree.byId(parentId ?? 0)?.slug ?? `number ${parentId}, which is gone`;
    return [
      { what: 'parent', where: `category ${slug}`, expected: 'a category that is not below it', found, advice: ADVICE },
    ];
  },
});

/** Whether the way up ends at the top: not in a circle, and not at a category that is gone. */
function isReached(tree: CategoryTree, category: Category): boolean {
  return (tree.ancestors(category).at(-1) ?? category).parentId === null;
}
