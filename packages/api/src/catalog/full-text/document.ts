import { LRUCache } from 'lru-cache';
import { FIELD, MAX_START } from '../words/fields.ts';
import { singular, type Word, wordsOf } from '../words/words.ts';
import type { SearchEntry } from './entries.ts';

/** Longer joined words are not what anybody types. */
const MAX_JOINED = 24;
const MAX_JOINED_WORDS = 3;

/** What the engine stores of a product's texts. */
export interface SearchDocument {
  /** The normalized name. */
  name: string;
  /** How many words the name has. */
  length: number;
  /** All words with their fields, separated by blanks. */
  text: string;
  /** The words by which the product is named, and all others; each once. */
  naming: Iterable<string>;
  other: Iterable<string>;
}

/** The searchable words of a product, of all its languages together. */
export function documentOf(entry: SearchEntry): SearchDocument {
  const { categories, categoryIds, options, skus, facts, translations } = entry;
  const written = (field: 'name' | 'tagline' | 'description') =>
    [entry, ...translations].flatMap((texts) => texts[field] ?? []);
  const names = written('name').map((name) => ({ head: headForms(name), ...wordsOf(name) }));
  const inName = new Set<string>();
  const naming = new Set<string>();
  const any = new Set<string>();
  for (const name of names) addForms(inName, name);
  for (const word of inName) naming.add(word);
  const joined = names.flatMap(({ words }) => joinedWords(words));
  for (const text of [...options, ...written('tagline')]) {
    const facet = facetOf(text);
    for (const form of facet.forms) naming.add(form);
    joined.push(...facet.joined);
  }
  for (const category of categories) for (const form of facetOf(category).forms) naming.add(form);
  for (const text of [...written('description'), ...facts]) addForms(any, wordsOf(text));
  const other = [...any].filter((word) => !naming.has(word));
  const plain = names.map(({ words }) => words.map(({ text }) => text));
  const [own = []] = plain;
  const words: [field: string, words: Iterable<string>][] = [
    [FIELD.whole, plain.map((words) => words.join(''))],
    [FIELD.head, names.flatMap(({ head }) => head)],
    [FIELD.name, inName],
    [FIELD.nameStart, startsOf(inName)],
    [FIELD.naming, naming],
    [FIELD.namingStart, startsOf(naming)],
    [FIELD.any, naming],
    [FIELD.any, other],
    [FIELD.joined, joined],
    [FIELD.category, categoryIds.map(String)],
    [FIELD.sku, skus.map(compactOf)],
  ];
  let text = '';
  for (const [field, inField] of words) for (const word of inField) text += `${field}${word} `;
  return { name: own.join(' '), length: own.length, text, naming, other };
}

/** The normalized words of a text, joined by blanks. */
export function plainName(text: string): string {
  return wordsOf(text)
    .words.map((word) => word.text)
    .join(' ');
}

/** The normalized words of a text, joined into one. */
function compactOf(text: string): string {
  return plainName(text).replaceAll(' ', '');
}

/** Adds every form of the words of a text. */
function addForms(forms: Set<string>, { words, joins }: ReturnType<typeof wordsOf>): void {
  for (const { text, parts } of words) {
    forms.add(text);
    forms.add(singular(text));
    for (const part of parts) forms.add(part);
  }
  for (const { text } of joins) forms.add(text).add(singular(text));
}

/** An option, a tagline or the name of a category. */
interface Facet {
  forms: Set<string>;
  joined: string[];
}

/** Many products share these texts, which are read again and again while all products are stored. */
const facets = new LRUCache<string, Facet>({ max: 2000 });

function facetOf(text: string): Facet {
  const known = facets.get(text);
  if (known) return known;
  const read = wordsOf(text);
  const facet = { forms: new Set<string>(), joined: joinedWords(read.words) };
  addForms(facet.forms, read);
  facets.set(text, facet);
  return facet;
}

/** In English the head noun comes last: a desk lamp is a lamp. Sizes and materials follow after it. */
function headForms(name: string): string[] {
  const [main = ''] = name.split(/[,(–—]|\s\d/);
  const head = wordsOf(main).words.at(-1)?.text;
  return head === undefined ? [] : [head, singular(head)];
}

/** The first letters of words; of a letter outside the basic plane, its two halves only together. */
function startsOf(words: Iterable<string>): Set<string> {
  const starts = new Set<string>();
  for (const word of words) {
    for (let length = 1, at = 0; length <= MAX_START; length++) {
      at += (word.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      if (at >= word.length) break;
      starts.add(word.slice(0, at));
    }
  }
  return starts;
}

/** Each two or three adjacent words as one: how people may write them. */
function joinedWords(words: Word[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    let start = '';
    for (const { text, kind } of words.slice(at, at + MAX_JOINED_WORDS)) {
      if (kind === 'pair' || start.length + text.length > MAX_JOINED) break;
      if (start !== '') joined.push(start + text);
      start += text;
    }
  }
  return joined;
}
