import { z } from 'zod';
import { languageCode, rowId, slug, text } from '../../shared/schema.ts';

const name = text.min(1, 'Please enter a name.').max(120, 'Use at most 120 characters.');
/** By language, without the store's first; where a name is null or empty, that is shown instead. */
const texts = z.record(
  languageCode,
  z.strictObject({ name: text.max(120, 'Use at most 120 characters.').nullable().optional() }),
);
export type CategoryTexts = z.output<typeof texts>;
const categorySlug = slug(120);
const position = z.number().int().min(0).max(10_000);
const parentSlug = text.min(1).max(120).nullable();

/** Without a slug, one is derived from the name; without a parent, or with null, it is a top-level category. */
export const createCategoryInput = z.strictObject({
  name,
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
  texts: texts.optional(),
});
export type CreateCategory = z.output<typeof createCategoryInput>;

/**
 * Omitted fields and languages keep their value. `position` is the index among the siblings, from 0; `positionBefore` is the
 * one it is moved from.
 */
export const updateCategoryInput = z.strictObject({
  id: rowId,
  name: name.optional(),
  slug: categorySlug.optional(),
  parentSlug: parentSlug.optional(),
  position: position.optional(),
  positionBefore: position.optional(),
  texts: texts.optional(),
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
