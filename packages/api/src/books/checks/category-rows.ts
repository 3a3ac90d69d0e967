import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { Op } from '@lantern/db/query';
import { restoreAncestors } from '../../admin/categories/memberships.ts';
import { CategoryTree, lockTree } from '../../admin/categories/tree.ts';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import { logRepair } from '../log-repair.ts';

/** That a product is listed in each category above its own, and in no other. */
export const categoryRows = byRow({
  name: 'category-rows',
  table: 'products',
  async suspects(_, { after, through }) {
    const tree = new CategoryTree(await Category.findAll({ raw: true }));
    const within = { [Op.gt]: after, [Op.lte]: through };
    const rows = await ProductCategory.findAll({ where: { productId: within }, order: ['productId'], raw: true });
    const isWrong = (own: ProductCategory[]) =>
      !isSame(
        own.map(({ categoryId }) => categoryId),
        expectedOf(tree, own),
      );
    return [...groupBy(rows, ({ productId }) => productId)].filter(([, own]) => isWrong(own)).map(([id]) => id);
  },
  async examine(_, id) {
    const tree = await lockTree();
    const product = await Product.findByPk(id, { lock: true, raw: true });
    const own = await ProductCategory.findAll({ where: { productId: id }, raw: true });
    const found = own.map(({ categoryId }) => categoryId);
    const expected = expectedOf(tree, own);
    if (!product || isSame(found, expected)) return [];
    const slugs = (ids: number[]) =>
      ids
        .map((each) => tree.byId(each)?.slug ?? each)
        .sort()
        .join(', ');
    const where = `product ${product.slug}`;
    return [{ what: 'categories', where, expected: slugs(expected), found: slugs(found), advice: null }];
  },
  async mend(_, id, findings) {
    await restoreAncestors(await lockTree(), [id]);
    logRepair(await Product.findByPk(id, { rejectOnEmpty: true }), findings);
  },
});

/** The categories that a product is put into by hand, with those above them. */
function expectedOf(tree: CategoryTree, own: ProductCategory[]): number[] {
  // SQLite has no booleans: it returns 0 and 1.
  const direct = own.filter(({ direct }) => Boolean(direct)).flatMap(({ categoryId }) => tree.byId(categoryId) ?? []);
  const above = direct.flatMap((category) => tree.ancestors(category));
  return [...new Set([...direct, ...above].map(({ id }) => id))];
}

function isSame(found: number[], expected: number[]): boolean {
  return found.length === expected.length && found.every((id) => expected.includes(id));
}
