import { z } from 'zod';
import { email } from '../auth/schema.ts';
import { rowId, verbatim } from '../shared/schema.ts';

export const askInput = z.strictObject({ variantId: rowId, email });
export type AskInput = z.output<typeof askInput>;

/** What the secret of a mailed link may look like is not told. */
export const stopInput = z.strictObject({
  token: verbatim.min(1, 'The link is not complete.').max(500, 'This is not one of our links.'),
});
