import { isPrintable, normalizeCode, normalizeLine, normalizeLines } from '@lantern/text/normalize';
import { z } from 'zod';

const refusal = "This contains characters that can't be used.";

/** A line of text in its normal form: composed, without unseen characters, without the blanks around it. */
export const text = z.string().overwrite(normalizeLine).refine(isPrintable, refusal);

/** Text of several lines: the same, with line breaks and tabs in it. */
export const multiline = z
  .string()
  .overwrite(normalizeLines)
  .refine((value) => isPrintable(value.replace(/[\n\t]/g, '')), refusal);

/** A code that people compare by eye, such as a SKU: what looks the same is the same. */
export const code = z.string().overwrite(normalizeCode).refine(isPrintable, refusal);

/** Text that is meant to the letter, blanks and all: passwords, keys of a cursor. */
export const verbatim = z.string().refine(isPrintable, refusal);

/** Made up by a client, once for each thing that it means to do once: a UUID does well. */
export const idempotencyKey = (max: number) =>
  text.min(8, 'Use at least 8 characters.').max(max, `Use at most ${max} characters.`);

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
