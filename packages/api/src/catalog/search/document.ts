import type { SearchEntry } from './entries.ts';
import { FIELD, MAX_START } from './fields.ts';
import { singular, type Word, wordsOf } from './words.ts';

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

/** The searchable words of a product. */
export function documentOf(entry: SearchEntry): SearchDocument {
  const { name, categories, categoryIds, options, tagline, description, skus } = entry;
  const inName = new Set<string>();
  const naming = new Set<string>();
  const any = new Set<string>();
  const nameWords = readInto(inName, name);
  const joined = joinedWords(nameWords);
  for (const text of [...options, tagline ?? '']) joined.push(...joinedWords(readInto(naming, text)));
  for (const category of categories) readInto(naming, category);
  for (const word of inName) naming.add(word);
  readInto(any, description);
  const other = [...any].filter((word) => !naming.has(word));
  const plain = nameWords.map(({ text }) => text);
  const words: [field: string, words: Iterable<string>][] = [
    [FIELD.whole, [plain.join('')]],
    [FIELD.head, headForms(name)],
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
  const stored: string[] = [];
  for (const [field, own] of words) for (const word of own) stored.push(field + word);
  return { name: plain.join(' '), length: plain.length, text: stored.join(' '), naming, other };
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

/** Adds every form of the words of a text, and returns the words. */
function readInto(forms: Set<string>, text: string): Word[] {
  const { words, joins } = wordsOf(text);
  for (const { text: word, parts } of words) for (const form of [word, singular(word), ...parts]) forms.add(form);
  for (const join of joins) for (const form of [join.text, singular(join.text)]) forms.add(form);
  return words;
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
