import { isolated } from '@lantern/text/isolated';

/** What an entry says. Whole sentences with places for values, so that each language can have its own order of words. */
export interface Sentence {
  /** "{who} changed the {field} of {what} from {before} to {after}". */
  text: string;
  /** The same about several things that were changed at once; `text` by default. */
  short?: string;
  /** The values of the places other than `who` and `what`. */
  values?: Record<string, string>;
  /** The fields whose changes it tells; the others are listed below it. */
  tells: readonly string[] | 'all';
}

export interface SentencePart {
  /** The name of the place that the text fills; null for the words in between. */
  place: string | null;
  text: string;
}

/** A sentence's words and values in turn. A place without a value stays empty. */
export function partsOf(text: string, values: Record<string, string>): SentencePart[] {
  return text.split(/(\{\w+\})/).flatMap((part): SentencePart[] => {
    if (part === '') return [];
    const [, place] = /^\{(\w+)\}$/.exec(part) ?? [];
    return [place === undefined ? { place: null, text: part } : { place, text: values[place] ?? '' }];
  });
}

/** A sentence as plain text, for an announcement. */
export function plainSentence(parts: SentencePart[]): string {
  return parts.map(({ place, text }) => (place === null ? text : isolated(text))).join('');
}

/** The places of a sentence. */
export function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, place]) => place ?? []);
}

/** Whether there is a value for each place, other than those that every sentence has. */
export function isComplete(text: string, values: Record<string, string>): boolean {
  return placesOf(text).every((place) => place === 'who' || place === 'what' || values[place]);
}
