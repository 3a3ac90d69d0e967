import { z } from 'zod';

/** Control characters and halves of surrogate pairs: nobody types them, and every database keeps them in its own way. */
const unprintable = /[\p{Cc}\p{Cs}]/u;
const isPrintable = (text: string) => !unprintable.test(text);
const refusal = 'This has characters in it that cannot be used.';

/** A line of text as a person types it, without the blanks around it. */
export const text = z.string().trim().refine(isPrintable, refusal);

/** Text of several lines: the same, with line breaks and tabs in it. */
export const multiline = z
  .string()
  .overwrite((value) => value.replace(/\r\n?/g, '\n').trim())
  .refine((value) => isPrintable(value.replace(/[\n\t]/g, '')), refusal);

/** Text that is meant to the letter, blanks and all: passwords, keys of a cursor. */
export const verbatim = z.string().refine(isPrintable, refusal);

/** The number of a row. */
export const rowId = z.number().int().min(1).max(2_147_483_647);

/** What stands for a name in an address: "stoneware-teapot". */
export const slug = (max: number) =>
  text
    .max(max, `Use at most ${max} characters.`)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use small letters and digits, with single hyphens between.');

/** What a mutation takes that takes nothing; a field given all the same is told. */
export const noInput = z.strictObject({}).nullish();

/** The input that every paged list takes. */
export const pageInput = z.object({
  cursor: z.string().max(1000).nullish(),
  limit: z.number().int().min(1).max(100).default(24),
});
