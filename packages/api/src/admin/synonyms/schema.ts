import { z } from 'zod';
import { rowId, text, verbatim } from '../../shared/schema.ts';

const MAX_GROUP_LENGTH = 500;

const word = text
  .min(1, 'Please enter a word.')
  .max(60, 'Use at most 60 characters per word.')
  .refine((value) => !value.includes(','), 'Enter each word separately, without commas.')
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'A word has letters in it.');

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Words with the same meaning; without an `id`, a new group. With the words `before`, as a form has shown them, a change in between is refused. */
export const saveSynonymsInput = z.strictObject({
  id: rowId.optional(),
  words: z
    .array(word)
    .max(20, 'Use at most 20 words.')
    .transform((words) => words.filter((word, index) => index === words.findIndex((other) => isSame(word, other))))
    .refine((words) => words.length >= 2, 'Please enter at least two different words.')
    .refine((words) => words.join(', ').length <= MAX_GROUP_LENGTH, 'There are too many words for one group.'),
  before: z.array(verbatim.max(MAX_GROUP_LENGTH)).max(MAX_GROUP_LENGTH).optional(),
});
export type SaveSynonyms = z.output<typeof saveSynonymsInput>;

export const removeSynonymsInput = z.strictObject({ id: rowId });
