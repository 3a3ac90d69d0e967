import { z } from 'zod';
import { text } from '../shared/schema.ts';

export const MAX_PAGE_SLUG = 120;

export const pageSlugInput = z.object({ slug: text.min(1).max(MAX_PAGE_SLUG) });
