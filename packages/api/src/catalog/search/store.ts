import type { LocalFile } from '@lantern/db/local-file';
import { documentOf, type SearchDocument } from './document.ts';
import type { Offer, SearchEntry } from './entries.ts';
import { rankOf } from './rank.ts';

interface Ranked extends SearchEntry {
  rank: number;
  document: SearchDocument;
}

/** Adds products that are not in the engine yet. */
export function insertEntries(file: LocalFile, entries: SearchEntry[]): void {
  const ranked = entries.map((entry): Ranked => {
    const document = documentOf(entry);
    return { ...entry, document, rank: rankOf(document.length, entry.id) };
  });
  // In the order of the full-text index, which would otherwise write a segment for each product.
  ranked.sort((a, b) => a.rank - b.rank);
  for (const { rank, document } of ranked) {
    file.run('INSERT INTO texts (rowid, words) VALUES (?, ?)', rank, document.text);
  }
  countWords(file, ranked);
  const shelfOf = shelves(file);
  for (const { rank, id, categoryIds, document, offer } of ranked) {
    const naming = [...document.naming].join(' ');
    file.run('INSERT INTO products (rank, id, name, naming) VALUES (?, ?, ?, ?)', rank, id, document.name, naming);
    file.run(
      'INSERT INTO offers (rank, shelf, priceCents, inStock) VALUES (?, ?, ?, ?)',
      ...[rank, shelfOf(categoryIds), offer.prices[0] ?? 0, Number(offer.inStock)],
    );
    insertPrices(file, rank, offer);
  }
}

/** Removes a product, if the engine has it. */
export function removeEntry(file: LocalFile, id: number): void {
  const found = file.get<{ rank: number; naming: string }>('SELECT rank, naming FROM products WHERE id = ?', id);
  if (!found) return;
  const { rank, naming } = found;
  for (const table of ['products', 'offers', 'prices']) file.run(`DELETE FROM ${table} WHERE rank = ?`, rank);
  file.run('DELETE FROM texts WHERE rowid = ?', rank);
  for (const word of naming.split(' ')) file.run('UPDATE words SET named = named - 1 WHERE text = ?', word);
}

/** Replaces the prices and stock of a product, if the engine has it. */
export function replaceOffer(file: LocalFile, id: number, offer: Offer): void {
  const found = file.get<{ rank: number }>('SELECT rank FROM products WHERE id = ?', id);
  if (!found) return;
  const { rank } = found;
  const { prices, inStock } = offer;
  file.run('UPDATE offers SET priceCents = ?, inStock = ? WHERE rank = ?', prices[0] ?? 0, Number(inStock), rank);
  file.run('DELETE FROM prices WHERE rank = ?', rank);
  insertPrices(file, rank, offer);
}

function insertPrices(file: LocalFile, rank: number, { prices }: Offer): void {
  for (const cents of new Set(prices)) file.run('INSERT INTO prices (rank, cents) VALUES (?, ?)', rank, cents);
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
  for (const [word, named] of counts) {
    file.run(
      'INSERT INTO words (text, named) VALUES (?, ?) ON CONFLICT DO UPDATE SET named = named + excluded.named',
      ...[word, named],
    );
  }
}
