import { z } from 'zod';
import { email, personName } from '../../auth/schema.ts';
import { pageInput, rowId, text } from '../../shared/schema.ts';

const role = z.enum(['customer', 'admin']);

export const userListInput = pageInput.extend({
  /** The beginning of an email, or any part of a name. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  role: role.optional(),
  disabled: z.boolean().optional(),
});
export type UserListInput = z.output<typeof userListInput>;

export const userInput = z.object({ id: rowId });
export const endSessionsInput = z.strictObject({ id: rowId });

/** Omitted fields keep their value. */
export const updateUserInput = z.strictObject({
  id: rowId,
  name: personName.optional(),
  email: email.optional(),
  role: role.optional(),
  disabled: z.boolean().optional(),
});
export type UpdateUserInput = z.output<typeof updateUserInput>;
