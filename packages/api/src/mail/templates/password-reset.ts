import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { tokenData } from './token-data.ts';

/** The link to choose a new password. */
export const passwordReset = privateTemplate({
  schema: tokenData,
  occasion: 'When somebody has forgotten their password.',
  example: { token: 'example' },
  blocks: ({ token }, { links, words }) => [
    button(words.mails.password_reset.choose, links.withToken('/reset-password', token)),
    paragraph(words.mails.password_reset.notYou),
  ],
});
