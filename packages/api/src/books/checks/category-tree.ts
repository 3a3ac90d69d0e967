import { Category } from '@lantern/db/models/category';
import { CategoryTree, lockTree } from '../../admin/categories/tree.ts';
import { byRow } from '../by-row.ts';

const ADVICE =
  'Nobody finds it there: set its parentId to NULL in the database (in a circle, that of one), then choose what it belongs under.';

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
    const where = `category ${category.slug}`;
    return [
      { what: 'parent', where, expected: 'one that leads to the top', found: wayUp(tree, category), advice: ADVICE },
    ];
  },
});

/** Whether the way up ends at the top: not in a circle, and not at a category that is gone. */
function isReached(tree: CategoryTree, category: Category): boolean {
  return (tree.ancestors(category).at(-1) ?? category).parentId === null;
}

/** The parent of a category that is not reached, and where the way up from there ends. */
function wayUp(tree: CategoryTree, category: Category): string {
  const path = [category, ...tree.ancestors(category)];
  const slugs = path.map(({ slug }) => slug);
  const parentId = path.at(-1)?.parentId ?? 0;
  const end = tree.byId(parentId);
  if (!end) return [...slugs.slice(1), `number ${parentId}, which is gone`].join(' > ');
  const start = slugs.indexOf(end.slug);
  const circle = [...slugs.slice(start), end.slug].join(' > ');
  return `${slugs[1] ?? end.slug}, ${start === 0 ? 'in' : 'below'} the circle ${circle}`;
}
