import type { Inventory } from './inventory.ts';
import type { Lookups } from './lookups.ts';
import type { Synonyms } from './synonyms.ts';
import { isTwoOff, neighbours } from './typos.ts';
import { CALLED, placesOf, postingOf, slotOf, type Term } from './vocabulary.ts';
import { singular, type Word } from './words.ts';

/** Products that have a word in one of its forms, and how much that form counts beside the word itself. */
export interface Alternative {
  postings: readonly number[];
  factor: number;
}

/** What a word was taken for that nobody sells. */
export interface Correction {
  alternatives: Alternative[];
  /** The likeliest first. */
  words: string[];
}

const FACTOR = { exact: 1, plural: 0.98, joined: 0.9, beginning: 0.7, synonym: 0.6, typo: 0.5, typoInBeginning: 0.35 };
/** Shorter beginnings say nothing yet. */
const MIN_SKU = 3;
const MIN_BEGINNING = 4;
const MAX_JOINED = 40;
const MIN_TWO_TYPOS = 7;
const MAX_WORDS = 8;

/** Where words are looked up. */
export interface Sources {
  inventory: Inventory;
  synonyms: Synonyms;
  lookups: Lookups;
}

const found =
  (factor: number) =>
  (term: Term | undefined): Alternative[] =>
    term ? [{ postings: term.postings, factor }] : [];

/** The word as it is, in the singular, and where `beginning` says so as the beginning of others. */
export function asWritten({ inventory, lookups }: Sources, { text, kind }: Word, beginning: boolean): Alternative[] {
  const { words } = inventory;
  lookups.mayLook();
  const exact = found(FACTOR.exact)(words.get(text));
  const one = singular(text);
  if (one !== text) exact.push(...found(FACTOR.plural)(words.get(one)));
  if (!beginning || (kind === 'number' && exact.length > 0)) return exact;
  const begun = [...words.startingWith(text)].filter((term) => term.text !== text && term.text !== one);
  return [...exact, ...begun.flatMap(found(FACTOR.beginning))];
}

/** Article numbers that are this, or where `beginning` says so begin with it. */
export function asSku({ inventory, lookups }: Sources, text: string, beginning: boolean): Alternative[] {
  lookups.mayLook();
  if (!beginning || text.length < MIN_SKU) return found(FACTOR.exact)(inventory.skus.get(text));
  return [...inventory.skus.startingWith(text)].flatMap((term) =>
    found(term.text === text ? FACTOR.exact : FACTOR.beginning)(term),
  );
}

/** Products that write this word as two or three: "Wi Fi" for "wifi", "350 ml" for "350ml". */
export function asSeveral({ inventory, lookups }: Sources, { text, kind, parts }: Word): Alternative[] {
  if (kind !== 'letters' && kind !== 'mixed') return [];
  if (text.length > MAX_JOINED) return [];
  const splits: Term[][] = [];
  const known = (part: string) => (lookups.mayLook() ? inventory.words.get(part) : undefined);
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
  return splits.filter((terms) => terms.length >= needed).map((terms) => together(inventory, terms, text));
}

/** Products that have the rarest of these, and all of them one behind the other. */
function together({ slots }: Inventory, terms: Term[], text: string): Alternative {
  const [rarest] = [...terms].sort((a, b) => a.products - b.products);
  const postings = rarest?.postings.filter((posting) => slots[slotOf(posting)]?.compact.includes(text)) ?? [];
  return { postings, factor: FACTOR.joined };
}

/** What else shoppers call it. */
export function asSynonym(sources: Sources, text: string, isLast: boolean): Alternative[] {
  const { synonyms, lookups } = sources;
  lookups.mayLook();
  const known = synonyms.of(text);
  const phrases = known.length > 0 || !isLast || text.length < 3 ? known : synonyms.startingWith(text);
  return phrases.map((words) => ({ postings: phrase(sources, words), factor: FACTOR.synonym }));
}

/** Products that are called by all of these words: said in passing, they mean something else too often. */
function phrase({ inventory }: Sources, words: string[]): number[] {
  let places: Map<number, number> | undefined;
  for (const word of words) {
    const next = new Map<number, number>();
    for (const form of new Set([word, singular(word)])) {
      for (const posting of inventory.words.get(form)?.postings ?? []) {
        const slot = slotOf(posting);
        const called = placesOf(posting) & CALLED;
        if (called && (!places || places.has(slot))) next.set(slot, called | (places?.get(slot) ?? 0));
      }
    }
    places = next;
  }
  return [...(places ?? [])].map(([slot, at]) => postingOf(slot, at)).sort((a, b) => a - b);
}

/**
 * For a word that nobody sells: what the fingers may have meant. One typo, in a word that is still being typed
 * (`beginning`) or whole; two only in a long word that begins right. Only words that products are called by.
 */
export function corrected(sources: Sources, word: Word, typing: boolean, isLast: boolean): Correction | null {
  if (word.kind !== 'letters') return null;
  const whole = oneOff(sources, word.text);
  const begun = isLast && (typing || !whole) ? begunOneOff(sources, word.text, typing ? 3 : MIN_BEGINNING) : null;
  if (whole && begun) {
    return { alternatives: [...whole.alternatives, ...begun.alternatives], words: [...whole.words, ...begun.words] };
  }
  return whole ?? begun ?? twoOff(sources, word.text);
}

interface Candidate {
  text: string;
  alternatives: Alternative[];
  weight: number;
}

function oneOff({ inventory, synonyms, lookups, ...rest }: Sources, typed: string): Correction | null {
  const candidates = new Map<string, Candidate>();
  for (const from of new Set([typed, singular(typed)])) {
    for (const { text } of neighbours(from)) {
      if (!lookups.mayLook()) break;
      const sure = text[0] === typed[0] ? 1 : 0.8;
      const term = inventory.words.get(text);
      if (term && term.called > 0) {
        candidates.set(text, { text, weight: sure * term.called, alternatives: found(FACTOR.typo * sure)(term) });
      } else if (synonyms.of(text).length > 0) {
        const alternatives = asSynonym({ inventory, synonyms, lookups, ...rest }, text, false);
        candidates.set(text, { text, weight: sure, alternatives });
      }
    }
  }
  return correctionOf(typed, [...candidates.values()]);
}

function begunOneOff({ inventory, lookups }: Sources, typed: string, minLength: number): Correction | null {
  if (typed.length < minLength) return null;
  const candidates = new Map<string, Candidate>();
  for (const { text, by } of neighbours(typed)) {
    // In so short a word, another letter makes another word.
    if (typed.length < MIN_BEGINNING && (by === 'wrong' || by === 'extra')) continue;
    if (!lookups.mayLook()) break;
    const sure = (text[0] === typed[0] ? 1 : 0.5) * (by === 'missing' ? 1.3 : 1);
    for (const term of inventory.words.startingWith(text)) {
      lookups.mayLook();
      if (term.called === 0 || candidates.has(term.text)) continue;
      const alternatives = found(FACTOR.typoInBeginning * sure)(term);
      candidates.set(term.text, { text: term.text, weight: sure * term.called, alternatives });
    }
  }
  return correctionOf(typed, [...candidates.values()]);
}

function twoOff({ inventory, lookups }: Sources, typed: string): Correction | null {
  if (typed.length < MIN_TWO_TYPOS) return null;
  const candidates: Candidate[] = [];
  for (const term of inventory.words.startingWith(typed.charAt(0))) {
    if (!lookups.mayLook()) break;
    if (term.called === 0 || !isTwoOff(typed, term.text)) continue;
    candidates.push({ text: term.text, weight: term.called, alternatives: found(FACTOR.typoInBeginning)(term) });
  }
  return correctionOf(typed, candidates);
}

/** All of the candidates are looked for, and the likeliest are told. */
function correctionOf(typed: string, candidates: Candidate[]): Correction | null {
  if (candidates.length === 0) return null;
  const likeliest = candidates.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  // Of "teapot" and "teapots" one is enough, in the number that was typed.
  const told = new Map<string, string>();
  for (const { text } of likeliest) {
    const one = singular(text);
    if (!told.has(one) || (singular(typed) === typed) === (text === one)) told.set(one, text);
  }
  return {
    alternatives: likeliest.flatMap(({ alternatives }) => alternatives),
    words: [...told.values()].slice(0, MAX_WORDS),
  };
}
