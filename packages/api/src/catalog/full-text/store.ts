import type { LocalFile } from '@lantern/db/local-file';
import { assortmentIds } from '../options/stored.ts';
import { documentOf, type SearchDocument } from './document.ts';
import type { Offer, SearchEntry } from './entries.ts';
import { rankOf } from './rank.ts';

interface Ranked extends SearchEntry {
  rank: number;
  shelf: number;
  document: SearchDocument;
}

/** Adds products that are not in the engine yet. */
export function insertEntries(file: LocalFile, entries: SearchEntry[]): void {
  const shelfOf = shelves(file);
  const assortmentId = assortmentIds(file);
  const ranked = entries.map((entry): Ranked => {
    const document = documentOf(entry);
    const shelf = shelfOf(entry.categoryIds);
    return { ...entry, document, shelf, rank: rankOf(document.length, entry.id, shelf) };
  });
  // In the order of the full-text index, which would otherwise write a segment for each product.
  ranked.sort((a, b) => a.rank - b.rank);
  insertRows(
    file,
    'texts',
    ['rowid', 'words'],
    ranked.map(({ rank, document }) => [rank, document.text]),
  );
  countWords(file, ranked);
  insertRows(
    file,
    'products',
    ['rank', 'id', 'name', 'nameKey', 'naming'],
    ranked.map(({ rank, id, nameKey, document }) => [rank, id, document.name, nameKey, [...document.naming].join(' ')]),
  );
  insertRows(
    file,
    'translated_keys',
    ['rank', 'language', 'nameKey'],
    ranked.flatMap(({ rank, nameKeys }) => Object.entries(nameKeys).map(([language, key]) => [rank, language, key])),
  );
  insertRows(
    file,
    'offers',
    ['rank', 'shelf', 'priceCents', 'inStock', 'assortmentId'],
    ranked.map(({ rank, shelf, offer }) => [
      ...[rank, shelf, offer.prices[0] ?? 0, Number(offer.inStock)],
      assortmentId(offer.assortment),
    ]),
  );
  insertRows(
    file,
    'prices',
    ['rank', 'cents'],
    ranked.flatMap(({ rank, offer }) => pricesOf(rank, offer)),
  );
}

/** Inserts all rows with one statement, which for many rows takes half the time. */
function insertRows(file: LocalFile, table: string, columns: string[], rows: (string | number)[][]): void {
  const values = columns.map((_, at) => `value ->> ${at}`);
  const sql = `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM json_each(?)`;
  file.run(sql, JSON.stringify(rows));
}

/** Removes those of these products that the engine has. */
export function removeEntries(file: LocalFile, ids: number[]): void {
  const sql = 'SELECT rank, naming FROM json_each(?) AS removed CROSS JOIN products ON products.id = removed.value';
  for (const { rank, naming } of file.all<{ rank: number; naming: string }>(sql, JSON.stringify(ids))) {
    for (const table of ['products', 'translated_keys', 'offers', 'prices']) {
      file.run(`DELETE FROM ${table} WHERE rank = ?`, rank);
    }
    file.run('DELETE FROM texts WHERE rowid = ?', rank);
    file.run(
      'UPDATE words SET named = named - 1 WHERE text IN (SELECT value FROM json_each(?))',
      JSON.stringify(naming.split(' ')),
    );
  }
}

/** Replaces the prices and stock of a product, if the engine has it. */
export function replaceOffer(file: LocalFile, id: number, offer: Offer): void {
  const found = file.get<{ rank: number }>('SELECT rank FROM products WHERE id = ?', id);
  if (!found) return;
  const { rank } = found;
  const { prices, inStock, assortment } = offer;
  file.run(
    'UPDATE offers SET priceCents = ?, inStock = ?, assortmentId = ? WHERE rank = ?',
    ...[prices[0] ?? 0, Number(inStock), assortmentIds(file)(assortment), rank],
  );
  file.run('DELETE FROM prices WHERE rank = ?', rank);
  insertRows(file, 'prices', ['rank', 'cents'], pricesOf(rank, offer));
}

function pricesOf(rank: number, { prices }: Offer): [number, number][] {
  return [...new Set(prices)].map((cents) => [rank, cents]);
}

/** Finds or adds the shelf of a product. */
function shelves(file: LocalFile): (categoryIds: number[]) => number {
  const known = new Map<string, number>();
  return (categoryIds) => {
    const categories = JSON.stringify(categoryIds.toSorted((a, b) => a - b));
    const id = known.get(categories) ?? shelfWith(file, categories);
    known.set(categories, id);
    return id;
  };
}

function shelfWith(file: LocalFile, categories: string): number {
  file.run('INSERT OR IGNORE INTO shelves (categories) VALUES (?)', categories);
  return file.get<{ id: number }>('SELECT id FROM shelves WHERE categories = ?', categories)?.id ?? 0;
}

/** Words of descriptions are recorded, too, but not counted: they are never the correction of a typo. */
function countWords(file: LocalFile, entries: Ranked[]): void {
  const counts = new Map<string, number>();
  for (const { document } of entries) {
    for (const word of document.other) if (!counts.has(word)) counts.set(word, 0);
    for (const word of document.naming) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  file.run(
    `INSERT INTO words (text, named) SELECT key, value FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET named = named + excluded.named`,
    JSON.stringify(Object.fromEntries(counts)),
  );
}
