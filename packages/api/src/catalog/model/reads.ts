import type { LocalFile } from '@lantern/db/local-file';
import { chooseRelated, RELATED_CANDIDATES } from '../related.ts';

/** A JSON value, and the products that it shows. */
export interface Rendered {
  json: string;
  ids: number[];
}

/** The page of a product; undefined if none has this slug now. */
export function readProduct(file: LocalFile, slug: string): Rendered | undefined {
  const row = file.get<{ id: number; view: string }>('SELECT id, view FROM products WHERE slug = ?', slug);
  return row && { json: row.view, ids: [row.id] };
}

interface Candidate {
  id: number;
  inStock: number;
  card: string;
}

/** The cards of products in the same categories; undefined if there is no product with this slug. */
export function readRelated(file: LocalFile, slug: string): Rendered | undefined {
  const product = file.get<{ id: number; directIds: string }>(
    'SELECT id, directIds FROM products WHERE slug = ?',
    slug,
  );
  if (!product) return undefined;
  const candidates = new Map<number, Candidate>();
  for (const categoryId of JSON.parse(product.directIds)) {
    const newest = file.all<Candidate>(
      `SELECT s.id AS id, p.inStock AS inStock, p.card AS card FROM by_id s CROSS JOIN products p ON p.id = s.id
       WHERE s.categoryId = ? AND s.id <> ? ORDER BY s.id DESC LIMIT ${RELATED_CANDIDATES}`,
      categoryId,
      product.id,
    );
    for (const candidate of newest) candidates.set(candidate.id, candidate);
  }
  const newest = [...candidates.values()].sort((a, b) => b.id - a.id).slice(0, RELATED_CANDIDATES);
  const shown = chooseRelated(newest);
  return { json: `[${shown.map(({ card }) => card).join()}]`, ids: shown.map(({ id }) => id) };
}

/** The cards of these products, in this order, as far as they are there. */
export function readCards(file: LocalFile, ids: number[]): Rendered {
  const cards = ids.flatMap(
    (id) => file.get<{ card: string }>('SELECT card FROM products WHERE id = ?', id)?.card ?? [],
  );
  return { json: `[${cards.join()}]`, ids };
}

/** The number of active products in each category, by id. */
export function readCategoryTotals(file: LocalFile): Map<number, number> {
  const rows = file.all<{ categoryId: number; total: number }>('SELECT categoryId, total FROM category_totals');
  return new Map(rows.map(({ categoryId, total }) => [categoryId, total]));
}
