import { z } from 'zod';

/** The input that every paged list takes. */
export const pageInput = z.object({
  cursor: z.string().max(1000).nullish(),
  limit: z.number().int().min(1).max(100).default(24),
});
