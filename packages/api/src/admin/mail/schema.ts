import { z } from 'zod';
import { mailStatuses } from '../../outbox/schema.ts';
import { pageInput, rowId } from '../../shared/schema.ts';

export const mailListInput = pageInput.extend({ status: z.enum(mailStatuses).optional() });
export type MailListInput = z.output<typeof mailListInput>;

export const mailInput = z.object({ id: rowId });
export const resendMailInput = z.strictObject({ id: rowId });
