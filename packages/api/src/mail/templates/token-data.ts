import { z } from 'zod';

/** What a mail with a link for its recipient alone is made from. */
export const tokenData = z.object({ token: z.string() });
