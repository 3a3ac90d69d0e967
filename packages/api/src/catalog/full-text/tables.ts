import { ASSORTMENTS } from '../options/stored.ts';

/**
 * - `texts`: the words of each product under its rank (see `rankOf`), so that hits are read best first. Its tokenizer
 *   only splits at blanks, because words.ts has split the text. `terms` lists what is stored in it.
 * - `words`: each word once, with the number of products named by it.
 * - `products`: what is known of a product by its rank, `translated_keys` by what it is sorted in a language if not by its
 *   `nameKey`, `offers` what hits are filtered, sorted and counted by.
 * - `shelves`: every combination of categories that products are in.
 */
export const TABLES = `
  CREATE VIRTUAL TABLE texts USING fts5(words, content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co' tokenchars '.'");
  CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'row');
  CREATE TABLE words (text TEXT PRIMARY KEY, named INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE products (rank INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, nameKey TEXT NOT NULL,
    naming TEXT NOT NULL);
  CREATE TABLE translated_keys (rank INTEGER, language TEXT, nameKey TEXT NOT NULL, PRIMARY KEY (rank, language)) WITHOUT ROWID;
  CREATE TABLE offers (rank INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, priceCents INTEGER NOT NULL,
    inStock INTEGER NOT NULL, assortmentId INTEGER NOT NULL);
  ${ASSORTMENTS};
  CREATE TABLE prices (rank INTEGER, cents INTEGER, PRIMARY KEY (rank, cents)) WITHOUT ROWID;
  CREATE TABLE shelves (id INTEGER PRIMARY KEY, categories TEXT NOT NULL UNIQUE);
  CREATE TABLE synonyms (key TEXT, words TEXT, PRIMARY KEY (key, words)) WITHOUT ROWID;
`;
