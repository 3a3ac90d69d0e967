import { z } from 'zod';
import { email, personName } from '../../auth/schema.ts';
import { pageInput, rowId, sessionId, text } from '../../shared/schema.ts';

const role = z.enum(['customer', 'admin']);

/** Each is read in the order of an index. */
export const userSorts = ['newest', 'oldest', 'name', 'name_desc', 'email', 'email_desc'] as const;
export type UserSort = (typeof userSorts)[number];

export const userListInput = pageInput.extend({
  /** The beginning of an email, or any part of a name. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  role: role.optional(),
  disabled: z.boolean().optional(),
  /** `newest` if it is left out. */
  sort: z.enum(userSorts).optional(),
});
export type UserListInput = z.output<typeof userListInput>;

export const userInput = z.object({ id: rowId });
export const endSessionsInput = z.strictObject({ id: rowId });
export const endSessionInput = z.strictObject({ id: rowId, sessionId });
export type EndSessionInput = z.output<typeof endSessionInput>;

/** Omitted fields keep their value. */
export const updateUserInput = z.strictObject({
  id: rowId,
  name: personName.optional(),
  email: email.optional(),
  role: role.optional(),
  disabled: z.boolean().optional(),
});
export type UpdateUserInput = z.output<typeof updateUserInput>;
