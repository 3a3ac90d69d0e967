import { FIELD } from './fields.ts';
import { singular } from './words.ts';

/**
 * One way in which a product may contain a word of the query: for each place an expression of the full-text table, null
 * where this form does not count.
 */
export interface Form {
  head: string | null;
  name: string;
  naming: string;
  any: string;
  /** True if it is the word itself, and not just the beginning of another, a synonym or a correction. */
  exact: boolean;
}

const token = (field: string, text: string) => `"${field}${text}"`;

/** The word itself. */
export function wholeWord(text: string): Form {
  const name = token(FIELD.name, text);
  return {
    head: token(FIELD.head, text),
    name,
    naming: token(FIELD.naming, text),
    any: token(FIELD.any, text),
    exact: true,
  };
}

/** A longer word that begins with it. */
export function longerWord(text: string): Form {
  return { ...wholeWord(text), head: null, exact: false };
}

/** All longer words that begin with these one to three letters; only words by which products are named. */
export function startOfWord(text: string): Form {
  const naming = token(FIELD.namingStart, text);
  return { head: null, name: token(FIELD.nameStart, text), naming, any: naming, exact: false };
}

/** Two or three adjacent words that are this one without the blanks. */
export function splitWord(text: string): Form {
  const joined = token(FIELD.joined, text);
  return { head: null, name: joined, naming: joined, any: joined, exact: true };
}

/** All these words: as a synonym only where products are named, in a description they too often mean something else. */
export function phrase(words: string[]): Form {
  const every = (field: string) => allOf(words.map((word) => anyOf(formsOf(word).map((form) => token(field, form)))));
  const naming = every(FIELD.naming);
  return { head: null, name: every(FIELD.name), naming, any: naming, exact: false };
}

/** A correction; the likeliest counts like the word itself. */
export function correctedWord(text: string, isLikeliest: boolean): Form {
  const naming = token(FIELD.naming, text);
  const head = isLikeliest ? token(FIELD.head, text) : null;
  return { head, name: token(FIELD.name, text), naming, any: naming, exact: isLikeliest };
}

/** A word and its singular. */
export function formsOf(word: string): string[] {
  return [...new Set([word, singular(word)])];
}

/** Products whose names contain each of these words, which are separated by blanks. */
export const inName = (words: string) => allOf(words.split(' ').map((word) => token(FIELD.name, word)));
/** Products with this name, without the blanks between its words. */
export const nameTerm = (compact: string) => token(FIELD.whole, compact);
export const skuTerm = (sku: string) => token(FIELD.sku, sku);
export const categoryTerm = (id: number) => token(FIELD.category, String(id));

export function allOf(expressions: string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' AND ')})`;
}

export function anyOf(expressions: string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}
