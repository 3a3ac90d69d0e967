import { z } from 'zod';
import { rowId, slug, text } from '../../shared/schema.ts';

const name = text.min(1, 'Please enter a name.').max(120, 'Use at most 120 characters.');
const categorySlug = slug(120);
const position = z.number().int().min(0).max(10_000);
const parentSlug = text.min(1).max(120).nullable();

/** Without a slug, one is derived from the name; without a parent, or with null, it is a top-level category. */
export const createCategoryInput = z.strictObject({
  name,
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
});
export type CreateCategory = z.output<typeof createCategoryInput>;

/**
 * Omitted fields keep their value. `position` is the index among the siblings, from 0; `positionBefore` is the
 * one it is moved from.
 */
export const updateCategoryInput = z.strictObject({
  id: rowId,
  name: name.optional(),
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
  position: position.optional(),
  positionBefore: position.optional(),
});
export type UpdateCategory = z.output<typeof updateCategoryInput>;

/** By default the whole tree, sorted by position. */
export const categoryListInput = z.object({
  /** Any part of a name. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  /** The order within each level: by position, or by name. */
  sort: z.enum(['position', 'name']).default('position'),
});
export type CategoryListInput = z.output<typeof categoryListInput>;

export const deleteCategoryInput = z.strictObject({ id: rowId });
