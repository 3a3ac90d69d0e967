import { z } from 'zod';
import { mailStatuses } from '../../outbox/schema.ts';
import { pageInput, rowId, text } from '../../shared/schema.ts';

export const mailListInput = pageInput.extend({
  status: z.enum(mailStatuses).optional(),
  /** The beginning of the address. */
  recipient: text.max(100, 'Please search with at most 100 characters.').optional(),
});
export type MailListInput = z.output<typeof mailListInput>;

export const mailInput = z.object({ id: rowId });
export const resendMailInput = z.strictObject({ id: rowId });
