import { z } from 'zod';
import { rowId, slug, text } from '../../shared/schema.ts';

const name = text.min(1, 'Please enter a name.').max(120, 'Use at most 120 characters.');
const categorySlug = slug(120);
const place = z.number().int().min(0).max(10_000);
const parentSlug = text.min(1).max(120).nullable();

/** A slug left out is made from the name; a parent left out or null puts it at the top. */
export const createCategoryInput = z.strictObject({
  name,
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
});
export type CreateCategory = z.output<typeof createCategoryInput>;

/**
 * What is left out stays. `position` counts its place among its siblings from 0; `positionBefore` is the place
 * that it was moved from.
 */
export const updateCategoryInput = z.strictObject({
  id: rowId,
  name: name.optional(),
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
  position: place.optional(),
  positionBefore: place.optional(),
});
export type UpdateCategory = z.output<typeof updateCategoryInput>;

/** Left out: the whole tree in its own order. */
export const categoryListInput = z.object({
  /** Any part of a name. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  /** Each level in its own order, or by the letters of the names. */
  sort: z.enum(['position', 'name']).default('position'),
});
export type CategoryListInput = z.output<typeof categoryListInput>;

export const deleteCategoryInput = z.strictObject({ id: rowId });
