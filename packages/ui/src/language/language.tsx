import { localeOf } from '@lantern/text/locale';
import type { Message } from '../message/message.tsx';

/** The language of a page. */
export interface Language {
  /** ISO 639, such as `de`. */
  code: string;
  /** All languages of the store; the first is that of paths without one. */
  all: readonly string[];
  /** Its words by the ids of messages; those of English are in the code. */
  messages: Record<string, Message>;
}

/** The language of the code, which needs no other words. */
export const english: Language = { code: 'en', all: ['en', 'de'], messages: {} };

let current = (): Language => english;

/**
 * The language of the page that is being rendered. Not from a context: words are also needed where there are no
 * components. A browser has one language as long as it shows a document; on the server each rendering has its own.
 */
export const language = () => current();

/** From now on, `find` tells the language. Returns what told it before. */
export function setLanguage(find: () => Language): () => Language {
  const former = current;
  current = find;
  return former;
}

/**
 * Makes something of `Intl` once for each language: `const day = perLanguage((locale) => new Intl.DateTimeFormat(locale))`,
 * then `day().format(date)`.
 */
export function perLanguage<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const key = localeOf(current().code);
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
