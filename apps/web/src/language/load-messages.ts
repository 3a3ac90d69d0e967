import type { Message } from '@lantern/ui/message';
import { documentLanguage } from './document-language.ts';

type Messages = Record<string, Message>;

/** In two parts each: shoppers do not download what only admins read. English is in the code. */
const catalogues = {
  shop: import.meta.glob<Messages>('../locales/*.po', { query: '?shop', import: 'default' }),
  admin: import.meta.glob<Messages>('../locales/*.po', { query: '?admin', import: 'default' }),
};

/** The words of the document's language in one part of the store; none in English. */
export async function loadMessages(part: keyof typeof catalogues): Promise<Messages> {
  return (await catalogues[part][`../locales/${documentLanguage().code}.po`]?.()) ?? {};
}
