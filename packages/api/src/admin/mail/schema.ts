import { z } from 'zod';
import { mailStatuses } from '../../outbox/schema.ts';
import { languageCode, multiline, pageInput, rowId, text } from '../../shared/schema.ts';

export const mailListInput = pageInput.extend({
  status: z.enum(mailStatuses).optional(),
  /** The beginning of the address. */
  recipient: text.max(100, 'Please search with at most 100 characters.').optional(),
});
export type MailListInput = z.output<typeof mailListInput>;

export const mailInput = z.object({ id: rowId });
export const resendMailInput = z.strictObject({ id: rowId });

/** The words of the mails of a kind; `{orderNumber}` stands for the number of the order. */
export const wordingShape = {
  subject: text.min(1, 'Please enter a subject.').max(150, 'Use at most 150 characters.'),
  title: text.min(1, 'Please enter a heading.').max(150, 'Use at most 150 characters.'),
  text: multiline.min(1, 'Please enter a text.').max(2000, 'Use at most 2000 characters.'),
};

const kind = text.max(40);

/** Without a language, in the store's first. */
export const previewTextInput = z.strictObject({ kind, ...wordingShape, language: languageCode.optional() });
export type PreviewText = z.output<typeof previewTextInput>;

/**
 * The words in the store's first language, and in others by language: omitted ones keep theirs. With the `version` that a
 * form has shown, a change in between is refused; it is 0 before the first change.
 */
export const saveTextInput = z.strictObject({
  kind,
  ...wordingShape,
  texts: z.record(languageCode, z.strictObject(wordingShape)).optional(),
  version: z.number().int().min(0).optional(),
});
export type SaveText = z.output<typeof saveTextInput>;
