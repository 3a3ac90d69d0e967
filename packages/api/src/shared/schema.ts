import { normalizeCode, normalizeLine, normalizeLines } from '@lantern/text/normalize';
import { isPrintable } from '@lantern/text/printable';
import { z } from 'zod';

const refusal = "This contains characters that can't be used.";

/** A normalized line of text: composed, without invisible characters, without surrounding whitespace. */
export const text = z.string().overwrite(normalizeLine).refine(isPrintable, refusal);

/** The same for several lines, which may contain line breaks and tabs. */
export const multiline = z
  .string()
  .overwrite(normalizeLines)
  .refine((value) => isPrintable(value.replace(/[\n\t]/g, '')), refusal);

/** A code that people compare by eye, such as a SKU: normalized so that what looks the same is equal. */
export const code = z.string().overwrite(normalizeCode).refine(isPrintable, refusal);

/** Text that must not be normalized, such as passwords and cursor keys. */
export const verbatim = z.string().refine(isPrintable, refusal);

/** Chosen by a client, one per operation that must happen only once; for instance a UUID. */
export const idempotencyKey = (max: number) =>
  text.min(8, 'Use at least 8 characters.').max(max, `Use at most ${max} characters.`);

/** The address of a page on the web: http or https, never a scheme that a browser would run. */
export const webAddress = (max: number) =>
  text
    .max(max, `Use at most ${max} characters.`)
    .refine(isWebAddress, 'Enter an address that begins with http:// or https://.');

function isWebAddress(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '') && /^https?:\/\//i.test(value);
}

/** A moment, ISO 8601 with an offset: in UTC, in the years that every database can keep and compare. */
export const moment = z.iso.datetime({ offset: true }).refine((time) => {
  const year = new Date(time).getUTCFullYear();
  return year >= 1000 && year <= 9999;
}, 'Use a year between 1000 and 9999.');

/** The id of a row. */
export const rowId = z.number().int().min(1).max(2_147_483_647);

/** The form of a name in URLs: "stoneware-teapot". */
export const slug = (max: number) =>
  text
    .max(max, `Use at most ${max} characters.`)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use small letters and digits, with single hyphens between.');

/** The language of a text: ISO 639, "de". */
export const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'Use the code of a language, such as de.');

/** Tells the sessions of a user apart. */
export const sessionId = z.string().regex(/^[0-9a-f]{16}$/, 'This is not a session.');

/** For mutations without input; unknown fields are refused. */
export const noInput = z.strictObject({}).nullish();

/** The input of every paged list. */
export const pageInput = z.object({
  cursor: z.string().max(1000).nullish(),
  limit: z.number().int().min(1).max(100).default(24),
});
