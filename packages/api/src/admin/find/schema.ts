import { z } from 'zod';
import { text } from '../../shared/schema.ts';

export const findInput = z.object({
  /** What the searches of the lists understand: a name, a SKU, an order's number, an email. */
  q: text.min(1).max(100, 'Please search with at most 100 characters.'),
});
