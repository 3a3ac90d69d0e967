import type { LocalFile } from '@lantern/db/local-file';
import { isSplittable, literalForms, type Sources, splitForms, synonymForms } from './alternatives.ts';
import { correctionOf } from './corrections.ts';
import { FIELD } from './fields.ts';
import { type Form, formsOf } from './forms.ts';
import { Lookups } from './lookups.ts';
import { skusOf } from './skus.ts';
import { synonymsAmong } from './synonyms.ts';
import { Vocabulary } from './vocabulary.ts';
import { isStopWord, type Join, singular, type Word, wordsOf } from './words.ts';

/** More words than a long product name has; the rest is ignored. */
const MAX_WORDS = 32;
/** The most forms of a word, and of all words of a query. */
const MAX_BREADTH = 30;
const MAX_FORMS = 150;

/** One word of a query, and all forms in which products may contain it. */
export interface Term {
  text: string;
  forms: Form[];
}

/** An unknown word and its replacements, most likely first. */
export interface WordCorrection {
  typed: string;
  words: string[];
}

/** How a query is looked up. */
export interface Plan {
  /** The words that a product must have; small words are left out if there are others. */
  terms: Term[];
  corrections: WordCorrection[];
  /** The query with the unknown words replaced; null if none was. */
  correctedTo: string | null;
  /** The normalized query without blanks, if it is the whole name of a product. */
  wholeName: string | null;
  /** The SKUs that the query may stand for; with `isSku` it can be nothing else. */
  skus: string[];
  isSku: boolean;
  /** How many lookups it took. */
  lookups: number;
}

/** Plans the lookup of each word of a query. With `typing`, the last word may be incomplete. */
export function planOf(file: LocalFile, query: string, typing: boolean): Plan {
  const read = wordsOf(query);
  const words = read.words.slice(0, MAX_WORDS);
  const lookups = new Lookups();
  const vocabulary = new Vocabulary(file, lookups);
  const breadth = Math.min(MAX_BREADTH, Math.ceil(MAX_FORMS / Math.max(1, words.length)));
  const last = words.length - 1;
  const joins = [...read.joins, ...neighboursOf(words)].filter(({ to }) => to <= last);
  const texts = [...words, ...joins].map(({ text }) => text);
  vocabulary.learn(texts.flatMap(formsOf));
  const compact = words.map(({ text }) => text).join('');
  const inPieces = words.flatMap((word) => (isSplittable(word) ? FIELD.joined + word.text : []));
  vocabulary.learnStored([FIELD.sku + compact, FIELD.whole + compact, ...inPieces]);
  const sources = { file, vocabulary, lookups, breadth, synonyms: synonymsAmong(file, texts) };
  const joined = joins.map((join) => ({ ...join, forms: joinedForms(sources, join, last) }));
  const sku = skusOf(vocabulary, query, read);
  const corrections: WordCorrection[] = [];
  const terms = words.map((word, at): Term => {
    const forms = [
      ...literalForms(sources, word, at === last ? word.kind !== 'pair' : canBePrefix(word)),
      ...joined.filter(({ from, to }) => from <= at && at <= to).flatMap((join) => join.forms),
      ...splitForms(sources, word),
    ];
    forms.push(...synonymForms(sources, word.text, at === last && forms.length === 0));
    if (forms.length === 0 && sku.skus.length === 0) {
      const correction = correctionOf(sources, word, typing, at === last);
      if (correction) corrections.push({ typed: word.text, words: correction.words });
      forms.push(...(correction?.forms ?? []));
    }
    return { text: word.text, forms };
  });
  const required = terms.filter(({ text }) => !isStopWord(text));
  return {
    terms: required.length > 0 ? required : terms,
    corrections,
    correctedTo: corrections.length > 0 ? correctedText(terms, corrections) : null,
    wholeName: vocabulary.isStored(FIELD.whole, compact) ? compact : null,
    ...sku,
    lookups: lookups.made,
  };
}

/** Whether a word before the last one may be matched as a prefix: not single letters, numbers or stop words. */
function canBePrefix({ text, kind }: Word): boolean {
  return kind !== 'pair' && kind !== 'number' && !isStopWord(text) && text.length > 1;
}

/** Each two adjacent words as one: "headphones" for "head phones". */
function neighboursOf(words: Word[]): Join[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || before.kind === 'pair' || word.kind === 'pair') return [];
    return [{ from: at, to: at + 1, text: before.text + word.text }];
  });
}

function joinedForms(sources: Sources, { from, to, text }: Join, last: number): Form[] {
  const word: Word = { text, kind: /\d/.test(text) ? 'mixed' : 'letters', parts: [] };
  const asPrefix = from !== to && to === last && text.length >= 4;
  return [...literalForms(sources, word, asPrefix), ...synonymForms(sources, singular(text), false)];
}

function correctedText(terms: Term[], corrections: WordCorrection[]): string {
  const likeliest = new Map(corrections.map(({ typed, words }) => [typed, words[0]]));
  return terms.map(({ text }) => likeliest.get(text) ?? text).join(' ');
}
