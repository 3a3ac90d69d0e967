import { button, paragraph } from '../../mail-layout/content.ts';
import { privateTemplate } from '../template.ts';
import { verificationData } from './token-data.ts';

/** To the new address of an account, which counts once it is confirmed. */
export const emailChange = privateTemplate({
  schema: verificationData,
  subject: 'Confirm your new email address',
  content: (link, links) => ({
    title: 'Confirm your new email address',
    blocks: [
      paragraph(
        'This address was entered as the new one of an account at Lantern. It counts once you confirm it. The link works once.',
      ),
      button('Confirm your new address', links.verification(link)),
      paragraph('If it was not you, you can ignore this mail: nothing changes.'),
    ],
  }),
});
