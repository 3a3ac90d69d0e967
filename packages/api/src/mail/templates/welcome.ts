import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { tokenData } from './token-data.ts';

/** The first mail to somebody who has registered, with the link to confirm the address. */
export const welcome = privateTemplate({
  schema: tokenData.extend({ name: z.string() }),
  subject: 'Welcome to Lantern',
  content: ({ name, token }, links) => ({
    title: `Welcome, ${isolated(name)}`,
    blocks: [
      paragraph('You have an account at Lantern now. It keeps your orders and your delivery address.'),
      paragraph('Please confirm that this email address belongs to you. The link works once, and for seven days.'),
      button('Confirm your email address', links.withToken('/verify-email', token)),
      paragraph('Was this not you? Then somebody has mistyped their address, and you can ignore this mail.'),
    ],
  }),
});
