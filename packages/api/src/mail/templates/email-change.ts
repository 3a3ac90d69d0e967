import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** To the new address of an account, which counts once it is confirmed. */
export const emailChange = privateTemplate({
  schema: verificationData,
  occasion: 'When somebody enters a new address for their account; it goes to that address.',
  wording: {
    subject: 'Confirm your new email address',
    title: 'Confirm your new email address',
    text: 'This address was entered as the new one of an account at Lantern. It counts once you confirm it. The link works once.',
  },
  example: { token: 'example' },
  blocks: (link, links) => [
    button('Confirm your new address', links.verification(link)),
    paragraph('If it was not you, you can ignore this mail: nothing changes.'),
  ],
});
