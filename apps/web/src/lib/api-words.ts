import { language } from '@lantern/ui/language';
import type { MessageDescriptor } from '@lingui/core';
import type { ApiSentence } from './api-sentence.ts';

let translate: ((said: ApiSentence) => string) | undefined;

/** In the language of the page, once that is loaded; English until then. */
export const inPageWords = (said: ApiSentence): string => translate?.(said) ?? said.message;

/** Whether `inPageWords` speaks the language of the page. */
export const hasApiWords = (): boolean => !!translate || language().code === 'en';

/** From now on, `inPageWords` asks `say`. */
export function setApiWords(say: typeof translate): void {
  translate = say;
}

/**
 * Loads what says the API's sentences in the page's language, for what has gone wrong: most pages never need it.
 * @param more of a part of the store that has sentences of its own.
 */
export async function loadApiWords(more?: () => Promise<readonly MessageDescriptor[]>): Promise<void> {
  if (language().code === 'en') return;
  const [loaded, added] = await Promise.all([import('./api-translation.ts'), more?.()]).catch(() => []);
  if (added) loaded?.addSentences(added);
  if (loaded) setApiWords(loaded.translated);
}
