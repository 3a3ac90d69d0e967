import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Message } from '@lantern/ui/message';
import { beforeAll, expect, test } from 'vitest';
import { idOf, readCatalogue } from '../../build/catalogue.ts';
import { compileMessage } from '../../build/compile-message.ts';
import { type SaidMessage, sourceMessages } from '../../build/source-messages.ts';
import { offlinePage } from '../worker/offline-page.ts';

/* If one of these fails: `npm run messages`, and translate what is empty then. */

const folder = fileURLToPath(new URL('.', import.meta.url));
const catalogues = readdirSync(folder).filter((name) => name.endsWith('.po'));
let messages: Map<string, SaidMessage>;
beforeAll(async () => {
  messages = await sourceMessages();
});

/** The values and elements in a message, each once: a translation may repeat one, but not leave it out. */
function placeholdersOf(message: Message): string[] {
  if (typeof message === 'string') return [];
  const own = message.flatMap((part): string[] => {
    if (typeof part === 'string') return [];
    const [kind, name, inner] = part;
    if (kind === 'element') return [`<${name}>`, ...placeholdersOf(inner)];
    if (kind === 'plural' || kind === 'select') return [name, ...Object.values(inner).flatMap(placeholdersOf)];
    return [name];
  });
  return [...new Set(own)].sort();
}

test.each(catalogues)('%s has exactly the messages of the code, all of them translated', async (name) => {
  const { items } = await readCatalogue(folder + name);
  const about = (ids: string[], from: (id: string) => string | undefined) => ids.map((id) => from(id));
  const listed = new Map(items.map((item) => [idOf(item), item]));
  const missing = [...messages.keys()].filter((id) => !listed.has(id));
  const obsolete = [...listed.keys()].filter((id) => !messages.has(id));
  expect(about(missing, (id) => messages.get(id)?.message)).toEqual([]);
  expect(about(obsolete, (id) => listed.get(id)?.msgid)).toEqual([]);
  expect(items.filter(({ msgstr }) => !msgstr[0]?.trim()).map(({ msgid }) => msgid)).toEqual([]);
});

test.each(catalogues)('%s says what the messages show, with the same spaces around', async (name) => {
  const { items } = await readCatalogue(folder + name);
  for (const {
    msgid,
    msgstr: [text = ''],
  } of items) {
    expect([msgid, placeholdersOf(compileMessage(text))]).toEqual([msgid, placeholdersOf(compileMessage(msgid))]);
    expect([msgid, /^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]]).toEqual([
      msgid,
      /^\s*/.exec(msgid)?.[0],
      /\s*$/.exec(msgid)?.[0],
    ]);
  }
});

test.each(catalogues)('%s has no doubled blank that the message has not', async (name) => {
  const { items } = await readCatalogue(folder + name);
  const doubled = items.filter(
    ({ msgid, msgstr }) => !msgid.includes('  ') && msgstr.some((text) => / {2}/.test(text)),
  );
  expect(doubled.map(({ msgid }) => msgid)).toEqual([]);
});

test.each(catalogues)(
  'the offline page, which the service worker writes by itself, speaks the language of %s',
  (name) => {
    const [code = ''] = name.split('.');
    const path = `/${code}/p/teapot`;
    const html = offlinePage({ path, isConnected: false, readable: [], cart: '/cart', style: '' });
    expect(html).toContain(`<html lang="${code}">`);
  },
);
