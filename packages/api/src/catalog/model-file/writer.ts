import type { LocalFile } from '@lantern/db/local-file';
import { assortmentIds } from '../options/stored.ts';
import { listNames, unlistNames, writeNames } from './names.ts';
import type { Listing, RenderedProduct } from './render.ts';
import { removeTranslations, SHOWN, writeTranslations } from './translated.ts';

/** What a change of products means for what was shown of them before. */
export interface ModelChange {
  /** The products that look different now. */
  changed: number[];
  /** Those among them of which more differs than how many are in stock, such as a price, but not where they are found. */
  offered: number[];
  /** Those among them that are found by other words or in other lists. */
  found: number[];
}

const KNOWN = `SELECT listing, assortmentId, card, suggestion, view, wordsHash, translationsHash FROM products
  JOIN cards USING (id) JOIN suggestions USING (id) JOIN views USING (id) WHERE products.id = ?`;

interface Known {
  listing: string;
  assortmentId: number;
  card: string;
  suggestion: string;
  view: string;
  wordsHash: string;
  translationsHash: string;
}

const TABLES = ['products', ...SHOWN.map(([table]) => table)];

/** Adds products to a model that is being built, whose lists are filled at the end. */
export function appendProducts(file: LocalFile, products: RenderedProduct[]): void {
  file.transaction(() => {
    const idOf = assortmentIds(file);
    for (const product of products) writeProduct(file, product, idOf(product.listing.assortment));
    // Rows of two tables that are several for each product: one statement for all takes half the time.
    file.run(
      'INSERT INTO product_categories SELECT value ->> 0, value ->> 1 FROM json_each(?)',
      JSON.stringify(products.flatMap(({ id, listing }) => listing.categoryIds.map((category) => [id, category]))),
    );
    file.run(
      'INSERT INTO product_prices SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
      JSON.stringify(
        products.flatMap(({ id, listing: { prices } }) => prices.map((cents, at) => [id, cents, prices[at - 1] ?? -1])),
      ),
    );
  });
}

/** Replaces these products: those that are given are written, and others among the ids removed. */
export function replaceProducts(file: LocalFile, ids: number[], products: RenderedProduct[]): ModelChange {
  const change: ModelChange = { changed: [], offered: [], found: [] };
  const idOf = assortmentIds(file);
  const given = new Map(products.map((product) => [product.id, product]));
  file.transaction(() => {
    for (const id of ids) {
      const known = file.get<Known>(KNOWN, id);
      const product = given.get(id);
      const listing = product && JSON.stringify(product.listing);
      const isListedAlike = known?.listing === listing;
      const isFoundAlike = known?.wordsHash === product?.wordsHash && (isListedAlike || isOfferOnly(known, product));
      const isTranslatedAlike = known?.translationsHash === product?.translationsHash;
      const isShownAlike = isTranslatedAlike && SHOWN.every(([, column]) => known?.[column] === product?.[column]);
      if (isListedAlike && isFoundAlike && isShownAlike) continue;
      change.changed.push(id);
      if (!isFoundAlike) change.found.push(id);
      else if (!isListedAlike || withoutStock(known?.card) !== withoutStock(product?.card)) change.offered.push(id);
      if (!isListedAlike) {
        if (known) unlist(file, id, JSON.parse(known.listing), known.assortmentId);
        if (product) list(file, id, product.listing, idOf(product.listing.assortment));
      }
      if (known) removeTranslations(file, id);
      if (product) writeProduct(file, product, idOf(product.listing.assortment));
      else for (const table of TABLES) file.run(`DELETE FROM ${table} WHERE id = ?`, id);
    }
  });
  return change;
}

function withoutStock(card = '{}'): string {
  return JSON.stringify({ ...JSON.parse(card), stock: 0 });
}

/** Whether a product stays in the same lists by the same name. */
function isOfferOnly(known: Known | undefined, product: RenderedProduct | undefined): boolean {
  if (!known || !product) return false;
  const placeOf = ({ nameKey, nameKeys, categoryIds }: Listing) => JSON.stringify([nameKey, nameKeys, categoryIds]);
  return placeOf(JSON.parse(known.listing)) === placeOf(product.listing);
}

function writeProduct(file: LocalFile, product: RenderedProduct, assortmentId: number): void {
  const { id, slug, listing, directIds, wordsHash, translationsHash } = product;
  file.run(
    `INSERT OR REPLACE INTO products (id, slug, nameKey, inStock, assortmentId, listing, directIds, wordsHash,
      translationsHash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, slug, listing.nameKey, Number(listing.inStock), assortmentId, JSON.stringify(listing)],
    ...[JSON.stringify(directIds), wordsHash, translationsHash],
  );
  for (const [table, column] of SHOWN) file.run(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`, id, product[column]);
  writeTranslations(file, product);
  writeNames(file, id, listing.nameKeys);
}

function writeParts(file: LocalFile, id: number, { categoryIds, prices }: Listing): void {
  for (const categoryId of categoryIds) file.run('INSERT INTO product_categories VALUES (?, ?)', id, categoryId);
  for (const [at, price] of prices.entries()) {
    file.run('INSERT INTO product_prices VALUES (?, ?, ?)', id, price, prices[at - 1] ?? -1);
  }
}

function list(file: LocalFile, id: number, listing: Listing, assortmentId: number): void {
  const { nameKey, categoryIds, prices } = listing;
  const inStock = Number(listing.inStock);
  writeParts(file, id, listing);
  listNames(file, { id, ...listing }, assortmentId);
  for (const categoryId of categoryIds) {
    file.run('INSERT INTO by_id VALUES (?, ?, ?)', categoryId, id, assortmentId);
    file.run('INSERT INTO by_name VALUES (?, ?, ?, ?)', categoryId, nameKey, id, assortmentId);
    for (const [at, price] of prices.entries()) {
      const row = [categoryId, price, id, prices[at - 1] ?? -1, inStock, assortmentId];
      file.run('INSERT INTO by_price VALUES (?, ?, ?, ?, ?, ?)', ...row);
    }
    file.run(
      `INSERT INTO category_totals VALUES (?, 1, ?)
       ON CONFLICT (categoryId) DO UPDATE SET total = total + 1, inStock = inStock + excluded.inStock`,
      ...[categoryId, inStock],
    );
    file.run(
      `INSERT INTO assortment_totals VALUES (?, ?, 1, ?) ON CONFLICT (categoryId, assortmentId)
       DO UPDATE SET total = total + 1, inStock = inStock + excluded.inStock`,
      ...[categoryId, assortmentId, inStock],
    );
  }
}

function unlist(file: LocalFile, id: number, listing: Listing, assortmentId: number): void {
  const { nameKey, categoryIds, prices, inStock } = listing;
  unlistNames(file, { id, ...listing });
  file.run('DELETE FROM product_categories WHERE id = ?', id);
  file.run('DELETE FROM product_prices WHERE id = ?', id);
  for (const categoryId of categoryIds) {
    file.run('DELETE FROM by_id WHERE categoryId = ? AND id = ?', categoryId, id);
    file.run('DELETE FROM by_name WHERE categoryId = ? AND nameKey = ? AND id = ?', categoryId, nameKey, id);
    for (const price of prices) {
      file.run('DELETE FROM by_price WHERE categoryId = ? AND priceCents = ? AND id = ?', categoryId, price, id);
    }
    file.run(
      'UPDATE category_totals SET total = total - 1, inStock = inStock - ? WHERE categoryId = ?',
      ...[Number(inStock), categoryId],
    );
    file.run(
      'UPDATE assortment_totals SET total = total - 1, inStock = inStock - ? WHERE categoryId = ? AND assortmentId = ?',
      ...[Number(inStock), categoryId, assortmentId],
    );
  }
}
