import { AsyncLocalStorage } from 'node:async_hooks';
import { english, type Language, setLanguage } from '@lantern/ui/language';
import type { Message } from '@lantern/ui/message';

const files = import.meta.glob<Record<string, Message>>('../locales/*.po', {
  query: '?shop',
  import: 'default',
  eager: true,
});

const messages = new Map(Object.entries(files).map(([file, own]) => [file.replace(/^.*\/|\.po$/g, ''), own]));

/** The languages that pages can be rendered in. */
export const knownLanguages: readonly string[] = ['en', ...messages.keys()];

const rendering = new AsyncLocalStorage<Language>();

setLanguage(() => {
  const language = rendering.getStore();
  // Otherwise they would be English for everyone. Tests have parts of pages without a rendering.
  if (!language && import.meta.env.PROD) {
    throw new Error('Words were asked for outside of a page: write msg`…` there, and t(message) where it is shown.');
  }
  return language ?? english;
});

/** Calls a function, and whatever it starts, in a language. */
export function inLanguage<T>({ code, all }: Pick<Language, 'code' | 'all'>, call: () => T): T {
  return rendering.run({ code, all, messages: messages.get(code) ?? {} }, call);
}

/** The sources of the words that a browser loads for a page in this language, as the manifest names them. */
export function messageModules(code: string): string[] {
  return messages.has(code) ? [`src/locales/${code}.po?shop`] : [];
}
