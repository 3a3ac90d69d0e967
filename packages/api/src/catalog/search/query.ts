import { type Alternative, asSeveral, asSku, asSynonym, asWritten, corrected, type Sources } from './alternatives.ts';
import { isSmall, type Join, singular, type Word, wordsOf } from './words.ts';

/** More words than a long product name has; what is behind them is passed over. */
const MAX_WORDS = 32;
/** Words that are looked up as one article number. */
const MAX_SKU_WORDS = 8;

/** One word of a query, and all that it may stand for. */
export interface Wanted {
  text: string;
  /** A product that lacks it may be found all the same. */
  optional: boolean;
  alternatives: Alternative[];
}

/** A word that nobody sells, and what was looked for instead, the likeliest first. */
export interface Corrected {
  typed: string;
  words: string[];
}

export interface Plan {
  wanted: Wanted[];
  corrected: Corrected[];
  /** The query in plain words. */
  text: string;
  compact: string;
}

/** How each word of the query is looked for. `typing`: its last word may not be whole yet. */
export function planOf(sources: Sources, query: string, typing: boolean): Plan {
  const read = wordsOf(query);
  const words = read.words.slice(0, MAX_WORDS);
  const joins = [...read.joins, ...neighboursOf(words)].filter(({ to }) => to < words.length);
  const last = words.length - 1;
  const onlySmall = words.every((word) => isSmall(word.text));
  const corrections: Corrected[] = [];
  const joined = joins.map((join) => ({ ...join, alternatives: asJoined(sources, join, last) }));
  if (words.length <= MAX_SKU_WORDS) {
    const text = words.map((word) => word.text).join('');
    // Half an article number looks like one: a word alone is no beginning of it.
    const beginning = read.joins.some(({ from, to }) => from === 0 && to === last) || (last === 0 && /\d/.test(text));
    joined.push({ from: 0, to: last, text, alternatives: asSku(sources, text, beginning) });
  }
  const wanted = words.map((word, at): Wanted => {
    const small = isSmall(word.text);
    const beginning = at === last ? word.kind !== 'pair' || [...word.text].length === 1 : isBegun(word, small);
    const alternatives = [
      ...asWritten(sources, word, beginning),
      ...joined.filter(({ from, to }) => from <= at && at <= to).flatMap((join) => join.alternatives),
      ...asSeveral(sources, word),
    ];
    const isKnown = alternatives.some(({ postings }) => postings.length > 0);
    alternatives.push(...asSynonym(sources, word.text, at === last && !isKnown));
    if (!isKnown && alternatives.every(({ postings }) => postings.length === 0)) {
      const correction = corrected(sources, word, typing, at === last);
      if (correction) corrections.push({ typed: word.text, words: correction.words });
      alternatives.push(...(correction?.alternatives ?? []));
    }
    return { text: word.text, optional: small && !onlySmall, alternatives };
  });
  const texts = words.map((word) => word.text);
  return { wanted, corrected: corrections, text: texts.join(' '), compact: texts.join('') };
}

/** A word in the middle was typed to its end, if it wants to be; a single letter is one. */
function isBegun({ text, kind }: Word, small: boolean): boolean {
  return kind !== 'pair' && kind !== 'number' && !small && text.length > 1;
}

/** Each two words written as one: "headphones" for "head phones". */
function neighboursOf(words: Word[]): Join[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || before.kind === 'pair' || word.kind === 'pair') return [];
    return [{ from: at, to: at + 1, text: before.text + word.text }];
  });
}

function asJoined(sources: Sources, { from, to, text }: Join, last: number): Alternative[] {
  const word: Word = { text, kind: /\d/.test(text) ? 'mixed' : 'letters', parts: [] };
  const beginning = from !== to && to === last && text.length >= 4;
  return [...asWritten(sources, word, beginning), ...asSynonym(sources, singular(text), false)];
}
