import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** The first mail to somebody who has registered, with the link to confirm the address. */
export const welcome = privateTemplate({
  schema: verificationData.extend({ name: z.string() }),
  occasion: 'When somebody has made an account.',
  wording: {
    subject: 'Welcome to Lantern',
    title: 'Welcome, {name}',
    text: [
      'You have an account at Lantern now. It keeps your orders and your delivery address.',
      'Please confirm that this email address belongs to you. The link works once, and for seven days.',
    ].join('\n\n'),
  },
  example: { token: 'example', name: 'Ada Lovelace' },
  values: ({ name }) => ({ name: isolated(name) }),
  blocks: ({ name: _, ...link }, links) => [
    button('Confirm your email address', links.verification(link)),
    paragraph(
      'Was this not you? Then somebody has entered your address. You can ignore this mail, or set a new password, which takes the account over.',
    ),
  ],
});
