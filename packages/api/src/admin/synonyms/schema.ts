import { z } from 'zod';
import { rowId, text } from '../../shared/schema.ts';

const MAX_GROUP_LENGTH = 500;

const word = text
  .min(1, 'Please enter a word.')
  .max(60, 'Use at most 60 characters a word.')
  .refine((value) => !value.includes(','), 'Give each word on its own, without commas.')
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'A word has letters in it.');

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Words for the same thing; without an `id` a new group. */
export const saveSynonymsInput = z.strictObject({
  id: rowId.optional(),
  words: z
    .array(word)
    .max(20, 'Use at most 20 words.')
    .transform((words) => words.filter((one, at) => at === words.findIndex((other) => isSame(one, other))))
    .refine((words) => words.length >= 2, 'Please enter two different words at least.')
    .refine((words) => words.join(', ').length <= MAX_GROUP_LENGTH, 'These are too many words for one group.'),
});
export type SaveSynonyms = z.output<typeof saveSynonymsInput>;

export const removeSynonymsInput = z.strictObject({ id: rowId });
