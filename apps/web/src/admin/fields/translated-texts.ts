import type { RouterOutputs } from '@lantern/api/types';
import { language, perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { keysOf } from '../../lib/pick.ts';
import { productFields } from './product-fields.ts';

/** What is written of a product in one language; null where the store's first is shown instead. */
export type Texts = RouterOutputs['admin']['products']['byId']['texts'][string];
export type TextName = keyof Texts;

export const emptyTexts: Texts = { name: null, tagline: null, description: null };
/** As the form shows them. */
export const textNames = keysOf(emptyTexts);

const languageNames = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** What a language is called in that of the page: "German". */
export const languageName = (code: string) => languageNames().of(code) ?? code;

/** "Name in German". */
export const textLabel = (language: string, name: TextName) =>
  t`${{ text: t(productFields[name].label) }} in ${{ language: languageName(language) }}`;

/** The texts of a product in all languages but the first, whether there are any or not. */
export function allTexts(texts: Readonly<Record<string, Texts>>): Record<string, Texts> {
  const [, ...others] = language().all;
  return Object.fromEntries(others.map((code) => [code, texts[code] ?? emptyTexts]));
}

/** The language of a form's field, of which it is a translation; undefined for all others. */
export function languageOf(field: string): string | undefined {
  return /^texts\.([a-z]+)/.exec(field)?.[1];
}
