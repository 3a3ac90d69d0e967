import { FIELD } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { wordsOf } from './words.ts';

/** The maximum number of words that are also looked up as one SKU. */
const MAX_WORDS = 8;
/** Shorter prefixes match too much. */
const MIN_PREFIX = 3;
/** The most SKUs that a prefix is looked up as. */
const MAX_SKUS = 100;

/** The SKUs that a query may stand for, and whether it is one of them. */
export function skusOf(
  vocabulary: Vocabulary,
  query: string,
  { words, joins }: ReturnType<typeof wordsOf>,
): { skus: string[]; isSku: boolean } {
  const last = words.length - 1;
  if (words.length === 0 || words.length > MAX_WORDS) return { skus: [], isSku: false };
  const text = words.map((word) => word.text).join('');
  if (vocabulary.isStored(FIELD.sku, text)) {
    // A SKU contains digits or separators; a single plain word is not read as one.
    const isSku = !/\s/.test(query.trim()) && (words.length > 1 || /\d/.test(text));
    return { skus: [text], isSku };
  }
  // Only text that looks like a SKU may be the prefix of one: a plain word may not.
  const isJoined = joins.some(({ from, to }) => from === 0 && to === last);
  const asPrefix = text.length >= MIN_PREFIX && (isJoined || (last === 0 && /\d/.test(text)));
  return { skus: asPrefix ? vocabulary.skusStartingWith(text, MAX_SKUS) : [], isSku: false };
}
