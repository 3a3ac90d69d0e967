import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import PO from 'pofile';
import { idOf, readCatalogue } from './catalogue.ts';
import { type SaidMessage, sourceMessages } from './source-messages.ts';

/*
 * `npm run messages`: brings the catalogues in line with the code. New messages come without a translation, and those that
 * nothing says any more are removed: the history of the file has their translations.
 */

const LOCALES = fileURLToPath(new URL('../src/locales/', import.meta.url));

const messages = [...(await sourceMessages()).values()].sort(
  (a, b) => compare(a.files[0], b.files[0]) || compare(a.message, b.message) || compare(a.context, b.context),
);
for (const name of await readdir(LOCALES)) if (name.endsWith('.po')) await update(LOCALES + name);

async function update(file: string): Promise<void> {
  const catalogue = await readCatalogue(file);
  const known = new Map(catalogue.items.map((item) => [idOf(item), item.msgstr]));
  catalogue.items = messages.map((message) => itemOf(message, known.get(message.id)));
  await writeFile(file, `${catalogue.toString().trimEnd()}\n`);
  const missing = catalogue.items.filter(({ msgstr }) => !msgstr[0]).length;
  console.log(`${file}: ${messages.length} messages, ${missing} of them not translated.`);
}

function itemOf({ message, context, comment, files }: SaidMessage, translation: string[] = []): PO['items'][number] {
  return Object.assign(new PO.Item(), {
    msgid: message,
    msgctxt: context,
    msgstr: translation,
    extractedComments: comment ? [comment] : [],
    // Without lines, which change with everything.
    references: files,
  });
}

function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
