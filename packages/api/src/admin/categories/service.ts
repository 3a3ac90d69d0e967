import { actingAsSystem } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { Category } from '@lantern/db/models/category';
import { FormerSlug } from '@lantern/db/models/former-slug';
import { ProductCategory } from '@lantern/db/models/product-category';
import { Promotion } from '@lantern/db/models/promotion';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { followSlug, orSlugTaken, withFreeSlug } from '../../shared/slugs.ts';
import { rebuildAncestors } from './memberships.ts';
import type { CreateCategory, UpdateCategory } from './schema.ts';
import { saveCategoryTexts } from './texts.ts';
import { type CategoryTree, lockTree } from './tree.ts';
import { type AdminCategory, categoryView } from './view.ts';

/** What saving a category needs. */
export type CategoryServices = WithDatabase & WithLanguages;

const MAX_DEPTH = 3;
const ACCENTS = 8;

/**
 * Adds a category after its siblings; without a slug, one is derived from its name.
 * @throws {ShopError} CONFLICT `slug_taken` or `category_too_deep`, BAD_REQUEST for an unknown parent or language.
 */
export function createCategory(
  services: CategoryServices,
  { name, slug, parentSlug, texts }: CreateCategory,
): Promise<AdminCategory> {
  return services.database.transaction(async () => {
    const tree = await lockTree();
    const parent = parentOf(tree, parentSlug ?? null);
    if (parent) refuseTooDeep(tree, parent, 1);
    const position = tree.children(parent?.id ?? null).length;
    const accent = parent?.accent ?? (position % ACCENTS) + 1;
    const fields = { name, parentId: parent?.id ?? null, position, accent, imageUrl: null };
    const category = slug
      ? await Category.create({ ...fields, slug }).catch(orSlugTaken)
      : await withFreeSlug({
          name,
          fallback: 'category',
          like: (where) => Category.findAll({ where, attributes: ['slug'], raw: true }),
          insert: (free) => Category.create({ ...fields, slug: free }),
        });
    await followSlug('category', category.id, null, category.slug);
    if (texts) await saveCategoryTexts(services, category.id, texts);
    return categoryView(category);
  });
}

/**
 * Renames or moves a category. Its products move along: they leave the former ancestors and join the new ones.
 * @throws {ShopError} NOT_FOUND; CONFLICT `slug_taken`, `category_cycle`, `category_too_deep`, or
 * `changed_since` if it is no longer at `positionBefore`; BAD_REQUEST for an unknown parent or language.
 */
export function updateCategory(services: CategoryServices, input: UpdateCategory): Promise<AdminCategory> {
  return services.database.transaction(async () => {
    const tree = await lockTree();
    const category = categoryOrThrow(tree, input.id);
    const { name = category.name, slug = category.slug, parentSlug, position, positionBefore, texts } = input;
    if (positionBefore !== undefined && positionBefore !== category.position) throw movedSince(category);
    const parent = parentSlug === undefined ? undefined : parentOf(tree, parentSlug);
    const { parentId: before, slug: slugBefore } = category;
    const parentId = parent === undefined ? before : (parent?.id ?? null);
    const moved = parentId !== before;
    if (parent && moved) refuseMove(tree, category, parent);
    const siblings = tree.children(parentId).filter((sibling) => sibling !== category);
    const index = moved || position !== undefined ? Math.min(position ?? Infinity, siblings.length) : null;
    await category.update({ name, slug, parentId, position: index ?? category.position }).catch(orSlugTaken);
    await followSlug('category', category.id, slugBefore, slug);
    if (texts) await saveCategoryTexts(services, category.id, texts);
    await actingAsSystem(async () => {
      if (index !== null) await renumber(siblings.toSpliced(index, 0, category));
      if (!moved) return;
      await renumber(tree.children(before));
      await rebuildAncestors(tree, category);
    });
    return categoryView(category);
  });
}

/** Deletes an empty category that no promotion is for. @throws {ShopError} NOT_FOUND, or CONFLICT `category_not_empty`. */
export function deleteCategory(services: WithDatabase, id: number): Promise<void> {
  return services.database.transaction(async () => {
    const tree = await lockTree();
    const category = categoryOrThrow(tree, id);
    const siblings = tree.children(category.parentId).filter((sibling) => sibling !== category);
    const products = await ProductCategory.count({ where: { categoryId: id } });
    if (products > 0 || tree.children(id).length > 0) {
      const message = 'Only an empty category can be deleted. Please move its products and categories first.';
      throw new ShopError('CONFLICT', message, { reason: 'category_not_empty', details: { products } });
    }
    await refuseInPromotion(id);
    await category.destroy();
    await FormerSlug.destroy({ where: { entity: 'category', entityId: id } });
    await actingAsSystem(() => renumber(siblings));
  });
}

/** Without its last category, a promotion would be for no product, and once saved again for all. */
async function refuseInPromotion(id: number): Promise<void> {
  const promotions = await Promotion.findAll({ attributes: ['code', 'categoryIds'], raw: true });
  const limited = promotions.find(({ categoryIds }) => categoryIds.includes(id));
  if (!limited) return;
  const message = `The promotion ${limited.code} is for this category. Please change it or remove it first.`;
  throw new ShopError('CONFLICT', message, { reason: 'category_not_empty', details: { products: 0 } });
}

/** Sets the positions in this order. Call it as the system: no admin has moved the siblings. */
async function renumber(siblings: Category[]): Promise<void> {
  for (const [position, sibling] of siblings.entries()) {
    if (sibling.position !== position) await sibling.update({ position });
  }
}

function movedSince({ name, position }: Category): ShopError {
  return new ShopError('CONFLICT', `“${name}” has been moved since. Please look at where it is now.`, {
    reason: 'changed_since',
    details: { field: 'position', position },
  });
}

function categoryOrThrow(tree: CategoryTree, id: number): Category {
  const category = tree.byId(id);
  if (!category) throw notFound('category');
  return category;
}

function parentOf(tree: CategoryTree, slug: string | null): Category | null {
  if (slug === null) return null;
  const parent = tree.bySlug(slug);
  if (parent) return parent;
  throw new ShopError('BAD_REQUEST', 'This parent category does not exist.', {
    fieldErrors: { parentSlug: ['This category does not exist.'] },
  });
}

function refuseMove(tree: CategoryTree, category: Category, parent: Category): void {
  if (tree.branch(category).includes(parent)) {
    throw new ShopError('CONFLICT', 'A category cannot move into itself or one of its subcategories.', {
      reason: 'category_cycle',
      fieldErrors: { parentSlug: ['This is a subcategory of the category itself.'] },
    });
  }
  refuseTooDeep(tree, parent, tree.height(category));
}

/** @throws {ShopError} CONFLICT `category_too_deep` if `levels` more do not fit below the parent. */
function refuseTooDeep(tree: CategoryTree, parent: Category, levels: number): void {
  if (tree.ancestors(parent).length + 1 + levels <= MAX_DEPTH) return;
  throw new ShopError(
    'CONFLICT',
    `Categories can be at most ${MAX_DEPTH} levels deep. Please choose a parent further up.`,
    {
      reason: 'category_too_deep',
      fieldErrors: { parentSlug: [`Categories can be at most ${MAX_DEPTH} levels deep.`] },
    },
  );
}
