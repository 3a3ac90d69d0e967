import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { tokenData } from './token-data.ts';

/** Another link to confirm an account's address. */
export const emailVerification = privateTemplate({
  schema: tokenData,
  subject: 'Confirm your email address',
  content: ({ token }, links) => ({
    title: 'Confirm your email address',
    blocks: [
      paragraph('Please confirm that this address belongs to you. The link works once, and for seven days.'),
      button('Confirm your email address', links.withToken('/verify-email', token)),
    ],
  }),
});
