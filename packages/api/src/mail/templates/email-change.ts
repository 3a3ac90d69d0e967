import { button, paragraph } from '../content.ts';
import { privateTemplate } from '../template.ts';
import { tokenData, tokenLink } from './token-link.ts';

/** To the new address of an account, which counts once it is confirmed. */
export const emailChange = privateTemplate({
  schema: tokenData,
  subject: 'Confirm your new email address',
  content: ({ token }, link) => ({
    title: 'Confirm your new email address',
    blocks: [
      paragraph(
        'This address was entered as the new one of an account at Lantern. It counts once you confirm it. The link works once.',
      ),
      button('Confirm your new address', tokenLink(link, '/verify-email', token)),
      paragraph('If it was not you, you can ignore this mail: nothing changes.'),
    ],
  }),
});
