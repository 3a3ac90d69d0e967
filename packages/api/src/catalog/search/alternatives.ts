import type { Inventory } from './inventory.ts';
import type { Lookups } from './lookups.ts';
import type { Synonyms } from './synonyms.ts';
import { isWithinTwoTypos, neighbours } from './typos.ts';
import { fieldsOf, NAMING_FIELDS, postingOf, slotOf, type Term } from './vocabulary.ts';
import { singular, type Word } from './words.ts';

/** The products that contain one form of a word, and the weight of that form relative to the word itself. */
export interface Alternative {
  postings: readonly number[];
  factor: number;
}

/** The replacements of an unknown word. */
export interface Correction {
  alternatives: Alternative[];
  /** Most likely first. */
  words: string[];
}

const FACTOR = { exact: 1, plural: 0.98, joined: 0.9, prefix: 0.7, synonym: 0.6, typo: 0.5, typoInPrefix: 0.35 };
/** Shorter prefixes match too much. */
const MIN_SKU = 3;
const MIN_PREFIX = 4;
const MAX_JOINED = 40;
const MIN_TWO_TYPOS = 7;
const MAX_WORDS = 8;

/** The indexes in which words are looked up, and their budget. */
export interface Sources {
  inventory: Inventory;
  synonyms: Synonyms;
  lookups: Lookups;
}

const found =
  (factor: number) =>
  (term: Term | undefined): Alternative[] =>
    term ? [{ postings: term.postings, factor }] : [];

/** The word itself, its singular and, with `asPrefix`, longer words that begin with it. */
export function literalAlternatives(
  { inventory, lookups }: Sources,
  { text, kind }: Word,
  asPrefix: boolean,
): Alternative[] {
  const { words } = inventory;
  lookups.spend();
  const exact = found(FACTOR.exact)(words.get(text));
  const singularForm = singular(text);
  if (singularForm !== text) exact.push(...found(FACTOR.plural)(words.get(singularForm)));
  if (!asPrefix || (kind === 'number' && exact.length > 0)) return exact;
  const prefix = [...words.startingWith(text)].filter((term) => term.text !== text && term.text !== singularForm);
  return [...exact, ...prefix.flatMap(found(FACTOR.prefix))];
}

/** SKUs that equal this text or, with `asPrefix`, begin with it. */
export function skuAlternatives({ inventory, lookups }: Sources, text: string, asPrefix: boolean): Alternative[] {
  lookups.spend();
  if (!asPrefix || text.length < MIN_SKU) return found(FACTOR.exact)(inventory.skus.get(text));
  return [...inventory.skus.startingWith(text)].flatMap((term) =>
    found(term.text === text ? FACTOR.exact : FACTOR.prefix)(term),
  );
}

/** Products that contain this word as two or three words: "Wi Fi" for "wifi", "350 ml" for "350ml". */
export function splitAlternatives({ inventory, lookups }: Sources, { text, kind, parts }: Word): Alternative[] {
  if (kind !== 'letters' && kind !== 'mixed') return [];
  if (text.length > MAX_JOINED) return [];
  const splits: Term[][] = [];
  const known = (part: string) => (lookups.spend() ? inventory.words.get(part) : undefined);
  if (kind === 'mixed') splits.push(parts.flatMap((part) => known(part) ?? []));
  for (let at = 2; kind === 'letters' && at <= text.length - 2; at++) {
    const first = known(text.slice(0, at));
    if (!first) continue;
    const second = known(text.slice(at));
    if (second) splits.push([first, second]);
    for (let next = at + 1; !second && next <= text.length - 2; next++) {
      const middle = known(text.slice(at, next));
      const last = middle && known(text.slice(next));
      if (middle && last) splits.push([first, middle, last]);
    }
  }
  const needed = kind === 'mixed' ? parts.length : 2;
  return splits.filter((terms) => terms.length >= needed).map((terms) => consecutive(inventory, terms, text));
}

/** Products that contain these words consecutively, found through the rarest one. */
function consecutive({ slots }: Inventory, terms: Term[], text: string): Alternative {
  const [rarest] = [...terms].sort((a, b) => a.products - b.products);
  const postings = rarest?.postings.filter((posting) => slots[slotOf(posting)]?.compact.includes(text)) ?? [];
  return { postings, factor: FACTOR.joined };
}

/** Synonyms of the word. */
export function synonymAlternatives(sources: Sources, text: string, isLast: boolean): Alternative[] {
  const { synonyms, lookups } = sources;
  lookups.spend();
  const known = synonyms.of(text);
  const phrases = known.length > 0 || !isLast || text.length < 3 ? known : synonyms.startingWith(text);
  return phrases.map((words) => ({ postings: phrase(sources, words), factor: FACTOR.synonym }));
}

/** Products that have all these words in naming fields: in a description they too often mean something else. */
function phrase({ inventory }: Sources, words: string[]): number[] {
  let fields: Map<number, number> | undefined;
  for (const word of words) {
    const next = new Map<number, number>();
    for (const form of new Set([word, singular(word)])) {
      for (const posting of inventory.words.get(form)?.postings ?? []) {
        const slot = slotOf(posting);
        const naming = fieldsOf(posting) & NAMING_FIELDS;
        if (naming && (!fields || fields.has(slot))) next.set(slot, naming | (fields?.get(slot) ?? 0));
      }
    }
    fields = next;
  }
  return [...(fields ?? [])].map(([slot, at]) => postingOf(slot, at)).sort((a, b) => a - b);
}

/**
 * The likely intended words for an unknown word. Allows one typo, in a whole word or in one that is still being
 * typed, and two typos only in a long word with the right first letter. Only words of naming fields and synonyms.
 */
export function findCorrection(sources: Sources, word: Word, typing: boolean, isLast: boolean): Correction | null {
  if (word.kind !== 'letters') return null;
  const whole = oneTypo(sources, word.text);
  const prefix = isLast && (typing || !whole) ? oneTypoInPrefix(sources, word.text, typing ? 3 : MIN_PREFIX) : null;
  if (whole && prefix) {
    return { alternatives: [...whole.alternatives, ...prefix.alternatives], words: [...whole.words, ...prefix.words] };
  }
  return whole ?? prefix ?? twoTypos(sources, word.text);
}

interface Candidate {
  text: string;
  alternatives: Alternative[];
  weight: number;
}

function oneTypo({ inventory, synonyms, lookups, ...rest }: Sources, typed: string): Correction | null {
  const candidates = new Map<string, Candidate>();
  for (const from of new Set([typed, singular(typed)])) {
    for (const { text } of neighbours(from)) {
      if (!lookups.spend()) break;
      const confidence = text[0] === typed[0] ? 1 : 0.8;
      const term = inventory.words.get(text);
      if (term && term.namedProducts > 0) {
        candidates.set(text, {
          text,
          weight: confidence * term.namedProducts,
          alternatives: found(FACTOR.typo * confidence)(term),
        });
      } else if (synonyms.of(text).length > 0) {
        const alternatives = synonymAlternatives({ inventory, synonyms, lookups, ...rest }, text, false);
        candidates.set(text, { text, weight: confidence, alternatives });
      }
    }
  }
  return correctionOf(typed, [...candidates.values()]);
}

function oneTypoInPrefix({ inventory, lookups }: Sources, typed: string, minLength: number): Correction | null {
  if (typed.length < minLength) return null;
  const candidates = new Map<string, Candidate>();
  for (const { text, by } of neighbours(typed)) {
    // In such a short word, a different letter makes a different word.
    if (typed.length < MIN_PREFIX && (by === 'wrong' || by === 'extra')) continue;
    if (!lookups.spend()) break;
    const confidence = (text[0] === typed[0] ? 1 : 0.5) * (by === 'missing' ? 1.3 : 1);
    for (const term of inventory.words.startingWith(text)) {
      lookups.spend();
      if (term.namedProducts === 0 || candidates.has(term.text)) continue;
      const alternatives = found(FACTOR.typoInPrefix * confidence)(term);
      candidates.set(term.text, { text: term.text, weight: confidence * term.namedProducts, alternatives });
    }
  }
  return correctionOf(typed, [...candidates.values()]);
}

function twoTypos({ inventory, lookups }: Sources, typed: string): Correction | null {
  if (typed.length < MIN_TWO_TYPOS) return null;
  const candidates: Candidate[] = [];
  for (const term of inventory.words.startingWith(typed.charAt(0))) {
    if (!lookups.spend()) break;
    if (term.namedProducts === 0 || !isWithinTwoTypos(typed, term.text)) continue;
    candidates.push({ text: term.text, weight: term.namedProducts, alternatives: found(FACTOR.typoInPrefix)(term) });
  }
  return correctionOf(typed, candidates);
}

/** Searches for all candidates, and reports the most likely ones. */
function correctionOf(typed: string, candidates: Candidate[]): Correction | null {
  if (candidates.length === 0) return null;
  const likeliest = candidates.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  // Report only one of "teapot" and "teapots", in the number that was typed.
  const reported = new Map<string, string>();
  for (const { text } of likeliest) {
    const singularForm = singular(text);
    if (!reported.has(singularForm) || (singular(typed) === typed) === (text === singularForm))
      reported.set(singularForm, text);
  }
  return {
    alternatives: likeliest.flatMap(({ alternatives }) => alternatives),
    words: [...reported.values()].slice(0, MAX_WORDS),
  };
}
