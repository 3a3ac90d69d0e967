import { ShopError } from './shop-error.ts';

/** Which language an answer is in: null stands for the store's first, whose texts products and categories have themselves. */
export type Translation = string | null;

export interface WithLanguages {
  /** Those of the store; the first is the default. */
  languages: readonly string[];
}

/** In which language somebody who asks in `language` is answered. */
export function translationOf(language: string, { languages }: WithLanguages): Translation {
  return language === languages[0] ? null : language;
}

/** @throws {ShopError} BAD_REQUEST if texts are given in another language than the store's, or in its first one. */
export function refuseOtherLanguages(texts: Readonly<Record<string, unknown>>, { languages }: WithLanguages): void {
  const translated = languages.slice(1);
  const others = Object.keys(texts).filter((language) => !translated.includes(language));
  if (others.length === 0) return;
  throw new ShopError('BAD_REQUEST', 'The store has no texts of its own in this language.', {
    fieldErrors: Object.fromEntries(others.map((language) => [`texts.${language}`, ['Not a language of this store.']])),
  });
}
