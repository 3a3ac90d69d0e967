import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** Another link to confirm an account's address. */
export const emailVerification = privateTemplate({
  schema: verificationData,
  occasion: 'When somebody asks for another link to confirm their address.',
  example: { token: 'example' },
  blocks: (link, { links, words }) => [
    button(words.mails.email_verification.confirm, links.verification(link)),
    paragraph(words.mails.email_verification.notYou),
  ],
});
