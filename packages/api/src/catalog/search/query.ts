import {
  type Alternative,
  findCorrection,
  literalAlternatives,
  type Sources,
  skuAlternatives,
  splitAlternatives,
  synonymAlternatives,
} from './alternatives.ts';
import { isStopWord, type Join, singular, type Word, wordsOf } from './words.ts';

/** More words than a long product name has; the rest is ignored. */
const MAX_WORDS = 32;
/** The maximum number of words that are also looked up as one SKU. */
const MAX_SKU_WORDS = 8;

/** One word of a query, and all its alternatives. */
export interface QueryTerm {
  text: string;
  /** True if products without it match, too. */
  optional: boolean;
  alternatives: Alternative[];
}

/** An unknown word and its replacements, most likely first. */
export interface WordCorrection {
  typed: string;
  words: string[];
}

export interface Plan {
  terms: QueryTerm[];
  corrections: WordCorrection[];
  /** The normalized query. */
  text: string;
  compact: string;
}

/** Plans the lookup of each word of a query. With `typing`, the last word may be incomplete. */
export function planOf(sources: Sources, query: string, typing: boolean): Plan {
  const read = wordsOf(query);
  const words = read.words.slice(0, MAX_WORDS);
  const joins = [...read.joins, ...neighboursOf(words)].filter(({ to }) => to < words.length);
  const last = words.length - 1;
  const onlyStopWords = words.every((word) => isStopWord(word.text));
  const corrections: WordCorrection[] = [];
  const joined = joins.map((join) => ({ ...join, alternatives: joinedAlternatives(sources, join, last) }));
  if (words.length <= MAX_SKU_WORDS) {
    const text = words.map((word) => word.text).join('');
    // Only text that looks like a SKU may be the prefix of one: a plain word may not.
    const asPrefix = read.joins.some(({ from, to }) => from === 0 && to === last) || (last === 0 && /\d/.test(text));
    joined.push({ from: 0, to: last, text, alternatives: skuAlternatives(sources, text, asPrefix) });
  }
  const terms = words.map((word, at): QueryTerm => {
    const isStop = isStopWord(word.text);
    const asPrefix = at === last ? word.kind !== 'pair' || [...word.text].length === 1 : canBePrefix(word, isStop);
    const alternatives = [
      ...literalAlternatives(sources, word, asPrefix),
      ...joined.filter(({ from, to }) => from <= at && at <= to).flatMap((join) => join.alternatives),
      ...splitAlternatives(sources, word),
    ];
    const isKnown = alternatives.some(({ postings }) => postings.length > 0);
    alternatives.push(...synonymAlternatives(sources, word.text, at === last && !isKnown));
    if (!isKnown && alternatives.every(({ postings }) => postings.length === 0)) {
      const correction = findCorrection(sources, word, typing, at === last);
      if (correction) corrections.push({ typed: word.text, words: correction.words });
      alternatives.push(...(correction?.alternatives ?? []));
    }
    return { text: word.text, optional: isStop && !onlyStopWords, alternatives };
  });
  const texts = words.map((word) => word.text);
  return { terms, corrections, text: texts.join(' '), compact: texts.join('') };
}

/** Whether a word before the last one may be matched as a prefix: not single letters, numbers or stop words. */
function canBePrefix({ text, kind }: Word, isStop: boolean): boolean {
  return kind !== 'pair' && kind !== 'number' && !isStop && text.length > 1;
}

/** Each two adjacent words as one: "headphones" for "head phones". */
function neighboursOf(words: Word[]): Join[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || before.kind === 'pair' || word.kind === 'pair') return [];
    return [{ from: at, to: at + 1, text: before.text + word.text }];
  });
}

function joinedAlternatives(sources: Sources, { from, to, text }: Join, last: number): Alternative[] {
  const word: Word = { text, kind: /\d/.test(text) ? 'mixed' : 'letters', parts: [] };
  const asPrefix = from !== to && to === last && text.length >= 4;
  return [...literalAlternatives(sources, word, asPrefix), ...synonymAlternatives(sources, singular(text), false)];
}
