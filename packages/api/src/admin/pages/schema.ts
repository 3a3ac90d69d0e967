import { z } from 'zod';
import { MAX_PAGE_SLUG } from '../../pages/schema.ts';
import { languageCode, multiline, rowId, slug, text } from '../../shared/schema.ts';

/** What fits a column of text in any script. */
const MAX_MARKDOWN = 15_000;

const markdown = multiline.max(MAX_MARKDOWN, 'Use at most 15,000 characters.');
const titleText = text.max(120, 'Use at most 120 characters.');

/** By language, without the store's first; where a text is null or empty, that is shown instead. */
const texts = z.record(
  languageCode,
  z.strictObject({ title: titleText.nullable(), markdown: markdown.nullable() }).partial(),
);
export type PageTextValues = z.output<typeof texts>;

/** The fields of a page that an admin edits. */
export const pageShape = {
  title: titleText.min(1, 'Please enter a title.'),
  slug: slug(MAX_PAGE_SLUG),
  markdown,
  inFooter: z.boolean(),
  /** Its place among the links of the footer, lowest first. */
  position: z
    .number('Please enter a number.')
    .int('Whole numbers only.')
    .min(0, 'At least 0.')
    .max(9999, 'At most 9999.'),
  published: z.boolean(),
};

/** Without a slug, it is made from the title; without a position, the page is the last in the footer. */
export const createPageInput = z.strictObject({
  ...pageShape,
  slug: pageShape.slug.optional(),
  position: pageShape.position.optional(),
  texts: texts.optional(),
});
export type CreatePage = z.output<typeof createPageInput>;

/** The whole page as it is to be, but omitted languages keep their texts; a `version` refuses to overwrite what others have changed since. */
export const updatePageInput = z.strictObject({
  id: rowId,
  version: z.number().int().min(1).optional(),
  ...pageShape,
  texts: texts.optional(),
});
export type UpdatePage = z.output<typeof updatePageInput>;

export const adminPageInput = z.object({ id: rowId });
export const removePageInput = z.strictObject({ id: rowId });
export const previewPageInput = z.strictObject({ markdown });
