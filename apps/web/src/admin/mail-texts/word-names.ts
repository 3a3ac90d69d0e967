import { language } from '@lantern/ui/language';

export const wordFields = ['subject', 'title', 'text'] as const;
export type WordField = (typeof wordFields)[number];
/** The name of a field of the form. */
export type WordName = WordField | `texts.${string}.${WordField}`;

/** A field's name in the form: the words of the store's first language are those of the kind itself. */
export function wordName(code: string, field: WordField): WordName {
  return code === language().all[0] ? field : `texts.${code}.${field}`;
}

/** The language of a field, by its name. */
export function languageOfWords(name: string): string {
  const [, code] = /^texts\.([a-z]+)/.exec(name) ?? [];
  return code ?? language().all[0] ?? 'en';
}
