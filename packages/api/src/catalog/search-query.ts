import MiniSearch, { type QueryCombination, type SearchOptions } from 'minisearch';
import { plainTerm } from './search-terms.ts';
import { slips, swaps } from './slips.ts';

/* How words are looked up: as they were typed, and in which ways a slip of the fingers is forgiven. */

/** Every word, whole or by its beginning. */
export const asTyped: SearchOptions = {
  combineWith: 'AND',
  prefix: (term) => term.length >= 2,
  boost: { name: 4, categories: 2 },
};
const oneLetterOff: SearchOptions = { ...asTyped, fuzzy: (term) => (term.length >= 2 ? 1 : false) };
/** Two letters off is near to nearly anything, so only for long words, and only in what a product is called. */
const twoLettersOff: SearchOptions = {
  ...asTyped,
  fields: ['name', 'categories'],
  fuzzy: (term) => (term.length >= 7 ? 2 : false),
};
/** Any of the words will do. */
export const anyWord: SearchOptions = { ...oneLetterOff, combineWith: 'OR' };

/** From this length on, a slip is looked for in a word that is still being typed. */
const MIN_BEGINNING = 4;

function wordsOf(query: string): string[] {
  return MiniSearch.getDefault('tokenize')(query).filter(Boolean);
}

/** Every word as typed, one letter off, or with two letters that changed places. */
function withSlip(query: string): QueryCombination {
  return { combineWith: 'AND', queries: wordsOf(query).map(slipped) };
}

function slipped(word: string): QueryCombination {
  // Its last s may belong to the word or make it a plural; with a slip in it nobody can tell.
  const withLastS = { queries: [word], ...oneLetterOff, processTerm: plainTerm };
  const withoutLastS = { queries: [word.replace(/s$/, '')], ...oneLetterOff, processTerm: plainTerm };
  const swapped = swaps(word).map((other) => ({ queries: [other], ...asTyped }));
  return { combineWith: 'OR', queries: [withLastS, withoutLastS, ...swapped] };
}

/** The last word is still being typed, and there is a slip in it already: "hedph". */
function withSlipInBeginning(query: string): QueryCombination {
  const words = wordsOf(query);
  const last = words.pop() ?? '';
  const beginnings = last.length >= MIN_BEGINNING ? slips(last) : [];
  return {
    combineWith: 'AND',
    queries: [...words.map(slipped), { ...asTyped, combineWith: 'OR', queries: beginnings }],
  };
}

/** For long words that went wrong twice. */
function withTwoLettersOff(query: string): QueryCombination {
  return { queries: [query], ...twoLettersOff };
}

/** The ways to forgive, the nearest first. */
export const forgiving = [withSlip, withSlipInBeginning, withTwoLettersOff];
