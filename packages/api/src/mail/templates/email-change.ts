import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** To the new address of an account, which counts once it is confirmed. */
export const emailChange = privateTemplate({
  schema: verificationData,
  occasion: 'When somebody enters a new address for their account; it goes to that address.',
  example: { token: 'example' },
  blocks: (link, { links, words }) => [
    button(words.mails.email_change.confirm, links.verification(link)),
    paragraph(words.mails.email_change.notYou),
  ],
});
