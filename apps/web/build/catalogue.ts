import { readFile } from 'node:fs/promises';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import PO from 'pofile';
import { compileMessage } from './compile-message.ts';
import { shortId } from './compile-words.ts';

/** Who is shown a message: what only admins read does not come with the shop's pages. */
export type Part = 'shop' | 'admin';

type Item = PO['items'][number];

const ADMIN = 'apps/web/src/admin/';

/** Reads a catalogue of translated messages. */
export async function readCatalogue(file: string): Promise<PO> {
  return PO.parse(await readFile(file, 'utf8'));
}

export const idOf = ({ msgid, msgctxt }: Pick<Item, 'msgid' | 'msgctxt'>) =>
  shortId(generateMessageId(msgid, msgctxt ?? ''));

const partOf = ({ references }: Item): Part =>
  references.every((reference) => reference.startsWith(ADMIN)) ? 'admin' : 'shop';

/** A module of the messages of one part, ready for `Language.messages`; what is not translated yet stays English. */
export function catalogueModule({ items }: PO, part: Part): string {
  const translated = items.flatMap((item) => {
    const [text] = item.msgstr;
    return text && !item.obsolete && partOf(item) === part ? [[idOf(item), compileMessage(text)]] : [];
  });
  return `export default ${JSON.stringify(Object.fromEntries(translated))};`;
}
