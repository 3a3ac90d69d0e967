import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { tokenData } from './token-data.ts';

/** The link to choose a new password. */
export const passwordReset = privateTemplate({
  schema: tokenData,
  occasion: 'When somebody has forgotten their password.',
  wording: {
    subject: 'Choose a new password',
    title: 'Choose a new password',
    text: 'Somebody, hopefully you, has forgotten the password of your account at Lantern. This link works once, and for one hour.',
  },
  example: { token: 'example' },
  blocks: ({ token }, links) => [
    button('Choose a new password', links.withToken('/reset-password', token)),
    paragraph('If it was not you, you can ignore this mail: your password stays as it is.'),
  ],
});
