import type { LocalFile } from '@lantern/db/local-file';
import { ASSORTMENTS } from '../options/stored.ts';
import { TRANSLATED_NAMES } from './names.ts';
import { TRANSLATED } from './translated.ts';

/** Changes with the tables and with what is in them; a file of another version is made anew. */
export const MODEL_VERSION = 12;

/** The id under which lists without a category find all products. */
export const EVERYTHING = 0;

/*
 * Each order of a list is a table whose rows lie in that order, category by category. Cards, suggestions and pages are
 * JSON that only has to be copied into an answer; in tables of their own, so that a list reads as few pages of the file as it can.
 */
const tables = `
  CREATE TABLE position (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, value TEXT NOT NULL);

  CREATE TABLE products (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL, nameKey TEXT NOT NULL, inStock INTEGER NOT NULL,
    assortmentId INTEGER NOT NULL, listing TEXT NOT NULL, directIds TEXT NOT NULL, wordsHash TEXT NOT NULL,
    translationsHash TEXT NOT NULL);
  CREATE TABLE cards (id INTEGER PRIMARY KEY, card TEXT NOT NULL);
  CREATE TABLE suggestions (id INTEGER PRIMARY KEY, suggestion TEXT NOT NULL);
  CREATE TABLE views (id INTEGER PRIMARY KEY, view TEXT NOT NULL);

  ${TRANSLATED}

  ${TRANSLATED_NAMES};

  CREATE TABLE product_categories (id INTEGER, categoryId INTEGER, PRIMARY KEY (id, categoryId)) WITHOUT ROWID;
  -- One row for each price of a product; previousCents is the next lower one, or -1.
  CREATE TABLE product_prices (id INTEGER, priceCents INTEGER, previousCents INTEGER NOT NULL, PRIMARY KEY (id, priceCents))
    WITHOUT ROWID;
  CREATE TABLE category_totals (categoryId INTEGER PRIMARY KEY, total INTEGER NOT NULL, inStock INTEGER NOT NULL);

  ${ASSORTMENTS};
  CREATE TABLE assortment_totals (categoryId INTEGER, assortmentId INTEGER, total INTEGER NOT NULL, inStock INTEGER NOT NULL,
    PRIMARY KEY (categoryId, assortmentId)) WITHOUT ROWID;
`;

/** The lists, which a build fills at its end, in order. */
const lists = {
  by_id: {
    columns: 'categoryId INTEGER, id INTEGER, assortmentId INTEGER NOT NULL, PRIMARY KEY (categoryId, id)',
    rows: `SELECT c.categoryId, c.id, p.assortmentId FROM product_categories c JOIN products p ON p.id = c.id ORDER BY 1, 2`,
  },
  by_name: {
    columns: `categoryId INTEGER, nameKey TEXT, id INTEGER, assortmentId INTEGER NOT NULL,
      PRIMARY KEY (categoryId, nameKey, id)`,
    rows: `SELECT c.categoryId, p.nameKey, c.id, p.assortmentId FROM product_categories c
      JOIN products p ON p.id = c.id ORDER BY 1, 2, 3`,
  },
  by_translated_name: {
    columns: `language TEXT, categoryId INTEGER, nameKey TEXT, id INTEGER, assortmentId INTEGER NOT NULL,
      PRIMARY KEY (language, categoryId, nameKey, id)`,
    rows: `SELECT t.language, c.categoryId, t.nameKey, c.id, p.assortmentId FROM translated_names t
      JOIN product_categories c ON c.id = t.id JOIN products p ON p.id = t.id ORDER BY 1, 2, 3, 4`,
  },
  by_price: {
    columns: `categoryId INTEGER, priceCents INTEGER, id INTEGER, previousCents INTEGER NOT NULL, inStock INTEGER NOT NULL,
      assortmentId INTEGER NOT NULL, PRIMARY KEY (categoryId, priceCents, id)`,
    rows: `SELECT c.categoryId, r.priceCents, c.id, r.previousCents, p.inStock, p.assortmentId FROM product_categories c
      JOIN product_prices r ON r.id = c.id JOIN products p ON p.id = c.id ORDER BY 1, 2, 3`,
  },
};

/** Creates the tables of an empty file. */
export function createTables(file: LocalFile): void {
  file.exec(tables);
  for (const [name, { columns }] of Object.entries(lists)) file.exec(`CREATE TABLE ${name} (${columns}) WITHOUT ROWID`);
}

/** Fills the lists and totals from the products, which were written without them. */
export function fillLists(file: LocalFile): void {
  file.transaction(() => {
    for (const [name, { rows }] of Object.entries(lists)) file.run(`INSERT INTO ${name} ${rows}`);
    file.run(`INSERT INTO category_totals SELECT c.categoryId, COUNT(*), SUM(p.inStock)
      FROM product_categories c JOIN products p ON p.id = c.id GROUP BY c.categoryId`);
    file.run(`INSERT INTO assortment_totals SELECT c.categoryId, p.assortmentId, COUNT(*), SUM(p.inStock)
      FROM product_categories c JOIN products p ON p.id = c.id GROUP BY 1, 2`);
    file.exec('CREATE INDEX ix_products_slug ON products (slug)');
  });
}
