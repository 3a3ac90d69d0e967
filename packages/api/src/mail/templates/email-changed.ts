import { z } from 'zod';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** To the address that an account had until now. */
export const emailChanged = template({
  schema: z.object({ newEmail: z.string() }),
  subject: () => 'Your email address was changed',
  content: ({ newEmail }) => ({
    title: 'Your email address was changed',
    blocks: [
      paragraph(
        `Your account at Lantern now belongs to ${newEmail}. Mails go there from now on, and you log in with it.`,
      ),
      paragraph('If it was not you, please write to us at once.'),
    ],
  }),
});
