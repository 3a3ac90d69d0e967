import { z } from 'zod';
import { languageCode, pageInput, text, verbatim } from '../../shared/schema.ts';

/** Longer texts are not in the glossary, and are shown as they are. */
export const MAX_SOURCE = 200;

/** The texts that match, those that are shown most often first. */
export const glossaryInput = z.object({
  language: languageCode,
  /** Only those without a translation. */
  missing: z.boolean().optional(),
  /** Part of a text or of its translation. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  cursor: pageInput.shape.cursor,
  limit: z.number().int().min(1).max(200).default(50),
});
export type GlossaryQuery = z.output<typeof glossaryInput>;

/** A term; with an empty text there is none any more. With the text `before`, as a form has shown it, a change in between is refused. */
export const saveTermInput = z.strictObject({
  language: languageCode,
  source: text.min(1).max(MAX_SOURCE),
  text: text.max(255, 'Use at most 255 characters.'),
  before: verbatim.max(255).nullable().optional(),
});
export type SaveTerm = z.output<typeof saveTermInput>;
