import { z } from 'zod';
import { paragraph } from '../../mail-layout/content.ts';
import { template } from '../template.ts';

/** To the address that an account had until now. */
export const emailChanged = template({
  schema: z.object({ newEmail: z.string() }),
  occasion: 'When the address of an account has changed; it goes to the old one.',
  example: { newEmail: 'ada@new.example' },
  values: ({ newEmail }) => ({ newEmail }),
  blocks: (_data, { words }) => [paragraph(words.mails.email_changed.notYou)],
});
