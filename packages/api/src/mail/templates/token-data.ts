import { z } from 'zod';

/** What a mail with a link for its recipient alone is made from. */
export const tokenData = z.object({ token: z.string() });

/** What a mail that asks to confirm an address is made from. One that an earlier version has queued has the token alone. */
export const verificationData = tokenData.extend({
  accountId: z.number().optional(),
  /** The account's address; left out for one that it does not have yet. */
  email: z.string().optional(),
});
