import { z } from 'zod';
import { text } from '../shared/schema.ts';

export const MAX_PAGE_SLUG = 120;

/** As somebody may have typed it: slugs are in small letters. */
export const pageSlugInput = z.object({ slug: text.min(1).max(MAX_PAGE_SLUG).toLowerCase() });
