import type { LocalFile } from '@lantern/db/local-file';
import { FIELD, MAX_START } from './fields.ts';
import { type Form, formsOf, longerWord, phrase, splitWord, startOfWord, wholeWord } from './forms.ts';
import type { Lookups } from './lookups.ts';
import { synonymsStartingWith } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { singular, type Word } from './words.ts';

/** Where words are looked up, and the budget for it. */
export interface Sources {
  file: LocalFile;
  vocabulary: Vocabulary;
  /** The synonyms of the words in the query, by their singular. */
  synonyms: Map<string, string[][]>;
  lookups: Lookups;
  /** The most longer words, corrections or synonyms to search for in place of one word. */
  breadth: number;
}

/** Longer words are not stored in pieces. */
const MAX_JOINED = 40;

/** The word itself, its singular and, with `asPrefix`, longer words that begin with it. */
export function literalForms({ vocabulary, breadth }: Sources, { text, kind }: Word, asPrefix: boolean): Form[] {
  const own = formsOf(text);
  const exact = own.filter((form) => vocabulary.has(form)).map(wholeWord);
  if (!asPrefix || (kind === 'number' && exact.length > 0)) return exact;
  if ([...text].length <= MAX_START) {
    return vocabulary.isStored(FIELD.namingStart, text) ? [...exact, startOfWord(text)] : exact;
  }
  const longer = vocabulary.longerThan(text, breadth).filter((word) => !own.includes(word.text));
  return [...exact, ...longer.map((word) => longerWord(word.text))];
}

/** Whether a word may be in products in pieces. */
export function isSplittable({ text, kind }: Word): boolean {
  return (kind === 'letters' || kind === 'mixed') && text.length <= MAX_JOINED;
}

/** The word in pieces: "Wi Fi" for "wifi", "350 ml" for "350ml". */
export function splitForms({ vocabulary }: Sources, word: Word): Form[] {
  return isSplittable(word) && vocabulary.isStored(FIELD.joined, word.text) ? [splitWord(word.text)] : [];
}

/** Synonyms of the word or, with `asPrefix`, of words that begin with it. */
export function synonymForms({ file, synonyms, lookups, breadth }: Sources, text: string, asPrefix: boolean): Form[] {
  const known = synonyms.get(singular(text)) ?? [];
  if (known.length > 0 || !asPrefix || text.length < 3 || !lookups.spend()) return known.map(phrase);
  return synonymsStartingWith(file, text, breadth).map(phrase);
}
