import { isolated } from '@lantern/text/isolated';
import { z } from 'zod';
import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** The first mail to somebody who has registered, with the link to confirm the address. */
export const welcome = privateTemplate({
  schema: verificationData.extend({ name: z.string() }),
  occasion: 'When somebody has made an account.',
  example: { token: 'example', name: 'Ada Lovelace' },
  values: ({ name }) => ({ name: isolated(name) }),
  blocks: ({ name: _, ...link }, { links, words }) => [
    button(words.mails.welcome.confirm, links.verification(link)),
    paragraph(words.mails.welcome.notYou),
  ],
});
