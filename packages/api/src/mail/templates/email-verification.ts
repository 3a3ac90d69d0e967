import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** Another link to confirm an account's address. */
export const emailVerification = privateTemplate({
  schema: verificationData,
  occasion: 'When somebody asks for another link to confirm their address.',
  wording: {
    subject: 'Confirm your email address',
    title: 'Confirm your email address',
    text: 'Please confirm that this address belongs to you. The link works once, and for seven days.',
  },
  example: { token: 'example' },
  blocks: (link, links) => [
    button('Confirm your email address', links.verification(link)),
    paragraph('Was this not you? Then somebody has entered your address, and you can ignore this mail.'),
  ],
});
