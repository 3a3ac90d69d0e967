import { z } from 'zod';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** To the address that an account had until now. */
export const emailChanged = template({
  schema: z.object({ newEmail: z.string() }),
  occasion: 'When the address of an account has changed; it goes to the old one.',
  wording: {
    subject: 'Your email address was changed',
    title: 'Your email address was changed',
    text: 'Your account at Lantern now belongs to {newEmail}. Mails go there from now on, and you log in with it.',
  },
  example: { newEmail: 'ada@new.example' },
  values: ({ newEmail }) => ({ newEmail }),
  blocks: () => [paragraph('If it was not you, please write to us at once.')],
});
