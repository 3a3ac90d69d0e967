import { language } from '@lantern/ui/language';
import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { ApiSentence } from './api-sentence.ts';
import { patterns, sentences } from './form-sentences.ts';
import { refusals } from './refusals.ts';

const known = new Map<string, MessageDescriptor>();

/** Sentences that the API may say, by what they are in English. */
export function addSentences(added: readonly MessageDescriptor[]): void {
  for (const sentence of added) if (typeof sentence.message === 'string') known.set(sentence.message, sentence);
}

addSentences(sentences);

/** A sentence of the API in the language of the page; in English if nothing is known of it. */
export function translated({ message, reason, details = {} }: ApiSentence): string {
  if (language().code === 'en') return message;
  const sentence = known.get(message);
  if (sentence) return t(sentence);
  // A newer server may have reasons that this page does not know.
  const refusal = reason && refusals[reason];
  if (refusal) return refusal(details);
  for (const { pattern, words } of patterns) {
    const found = pattern.exec(message);
    if (found) return words(found[1] ?? '');
  }
  return message;
}
