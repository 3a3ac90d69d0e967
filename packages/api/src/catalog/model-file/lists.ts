import type { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';
import { encodeCursor } from '../../shared/paging.ts';
import type { LastRow } from '../cursor.ts';
import type { FoundProduct } from '../engine/engine.ts';
import { MAX_PRICE_CENTS } from '../limits.ts';
import type { ListQuery } from '../list.ts';
import { isChosen } from '../options/chosen.ts';
import { type Condition, hasChosen } from '../options/stored.ts';
import type { Sort } from '../schema.ts';
import { byNameIn, nameOf } from './names.ts';
import { readCards } from './reads.ts';

/** A query of a list as it has been read: `EVERYTHING` stands for all products. */
export interface ModelQuery extends Omit<ListQuery, 'category' | 'cursor'> {
  categoryId: number;
  language: Translation;
  after: LastRow | null;
}

/** The filters by price, and those that are applied with them. */
type PriceFilters = Pick<ModelQuery, 'categoryId' | 'minPriceCents' | 'maxPriceCents' | 'inStock' | 'sort'>;

/** A page. */
export interface ModelPage {
  ids: number[];
  /** Their cards as JSON, if those show other prices than elsewhere. */
  ownCards: string[] | null;
  nextCursor: string | null;
  total: number;
}

interface Row {
  id: number;
  key: number | string;
}

/** The table that has the rows of each sort order in this order, and the column of its key. */
const orders = {
  newest: { table: 'by_id', key: 'id', direction: 'DESC' },
  name: { table: 'by_name', key: 'nameKey', direction: 'ASC' },
  price_asc: { table: 'by_price', key: 'priceCents', direction: 'ASC' },
  price_desc: { table: 'by_price', key: 'priceCents', direction: 'DESC' },
} as const satisfies Record<Sort, object>;

/** So many rows are read in about a millisecond. */
const CHEAP_ROWS = 1000;

/**
 * Whether a page takes so little time that it need not be asked of another thread: filters may have to pass over many
 * products before they have found a page of them.
 */
export function isCheap(file: LocalFile, query: ModelQuery): boolean {
  if (hasPriceBounds(query) || isChosen(query.options)) return false;
  if (!query.inStock) return true;
  const { total, inStock } = totalsOf(file, query.categoryId);
  return total * query.limit <= inStock * CHEAP_ROWS;
}

/** A page of a list, the same as from the database. */
export function readPage(file: LocalFile, query: ModelQuery): ModelPage {
  const { limit, sort = 'newest', minPriceCents = 0 } = query;
  const wanted = isChosen(query.options) ? hasChosen(file, 's.assortmentId', query.options) : null;
  const total = countOf(file, query, wanted);
  const rows = total === 0 ? [] : rowsOf(file, query, wanted, total);
  const shown = rows.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const priced = minPriceCents > 0 ? pricedFrom(file, ids, minPriceCents) : null;
  const last = shown.at(-1);
  return {
    ids,
    ownCards: priced && readCards(file, priced, query.language).map((card) => JSON.stringify(card)),
    nextCursor: rows.length > limit && last ? encodeCursor([sort, last.key, last.id]) : null,
    total,
  };
}

/** Whether prices or stock, of a product or of a variant, decide what is on a page, and in which order. */
export function isByOffer(query: ModelQuery): boolean {
  return isFiltered(query) || orders[query.sort ?? 'newest'].table === 'by_price';
}

function isFiltered(query: ModelQuery): boolean {
  return query.inStock === true || hasPriceBounds(query) || isChosen(query.options);
}

export function hasPriceBounds({ minPriceCents = 0, maxPriceCents }: PriceFilters): boolean {
  return minPriceCents > 0 || maxPriceCents !== undefined;
}

function totalsOf(file: LocalFile, categoryId: number): { total: number; inStock: number } {
  const sql = 'SELECT total, inStock FROM category_totals WHERE categoryId = ?';
  return file.get<{ total: number; inStock: number }>(sql, categoryId) ?? { total: 0, inStock: 0 };
}

function countOf(file: LocalFile, query: ModelQuery, wanted: Condition | null): number {
  const totals = totalsOf(file, query.categoryId);
  const kept = query.inStock ? 'inStock' : 'total';
  if (!hasPriceBounds(query) && !wanted) return totals[kept];
  const range = priceRange(query);
  const [counted, values] = hasPriceBounds(query)
    ? [`SELECT COUNT(*) AS total FROM by_price s WHERE ${range.sql}`, range.values]
    : [`SELECT SUM(${kept}) AS total FROM assortment_totals s WHERE s.categoryId = ?`, [query.categoryId]];
  const sql = wanted ? `${counted} AND ${wanted.sql}` : counted;
  return file.get<{ total: number | null }>(sql, ...values, ...(wanted ? [wanted.value] : []))?.total ?? 0;
}

/**
 * Condition for the rows of `by_price` that match the filters: of each product only the one with its listed price. Those that a
 * list by price has before `after` are left out, as far as their price shows it: SQLite would pass over all of them.
 */
export function priceRange(
  { categoryId, minPriceCents = 0, maxPriceCents = MAX_PRICE_CENTS, inStock, sort }: PriceFilters,
  after: LastRow | null = null,
) {
  const price = after && Number(after.key);
  const from = price !== null && sort === 'price_asc' ? Math.max(minPriceCents, price) : minPriceCents;
  const to = price !== null && sort === 'price_desc' ? Math.min(maxPriceCents, price) : maxPriceCents;
  const sql = `s.categoryId = ? AND s.priceCents BETWEEN ? AND ? AND s.previousCents < ?${inStock ? ' AND s.inStock = 1' : ''}`;
  return { sql, values: [categoryId, from, to, minPriceCents] };
}

/** The rows of a page and one more. `total` is how many match the filters. */
function rowsOf(file: LocalFile, query: ModelQuery, wanted: Condition | null, total: number): Row[] {
  const { sort = 'newest', limit, categoryId, minPriceCents = 0, maxPriceCents = MAX_PRICE_CENTS } = query;
  const { table, key, direction } = orders[sort];
  const bounded = hasPriceBounds(query);
  // Either all that match are sorted, or the list is read in its order until a page of it matches.
  const sorted = bounded && total * total < (limit + 1) * totalsOf(file, categoryId).total;
  const fromPrices = table === 'by_price' || sorted;
  const list = fromPrices
    ? LIST_OF_PRICES
    : table === 'by_name'
      ? byNameIn(query.language)
      : { sql: table, values: [] };
  const named = sorted && key === 'nameKey' ? nameOf(query.language) : null;
  const keyed = named?.key ?? (sorted && table !== 'by_price' ? `p.${key}` : `s.${key}`);
  const range = priceRange(query, table === 'by_price' ? query.after : null);
  const conditions = fromPrices ? [range.sql] : ['s.categoryId = ?'];
  const from = [...list.values, ...(named?.values ?? [])];
  const values: (string | number)[] = [...from, ...(fromPrices ? range.values : [categoryId])];
  if (!fromPrices && query.inStock) conditions.push('p.inStock = 1');
  if (!fromPrices && bounded) {
    conditions.push('EXISTS (SELECT 1 FROM product_prices r WHERE r.id = s.id AND r.priceCents BETWEEN ? AND ?)');
    values.push(minPriceCents, maxPriceCents);
  }
  if (wanted) {
    conditions.push(wanted.sql);
    values.push(wanted.value);
  }
  const { after } = query;
  if (after) {
    const comparison = direction === 'ASC' ? '>' : '<';
    conditions.push(key === 'id' ? `${keyed} ${comparison} ?` : `(${keyed}, s.id) ${comparison} (?, ?)`);
    values.push(...(key === 'id' ? [after.id] : [after.key, after.id]));
  }
  // SQLite leaves out the products where nothing of them is needed: an outer join could neither add nor remove rows.
  const rows = `SELECT s.id AS id, ${keyed} AS key FROM ${list.sql} s
     LEFT JOIN products p ON p.id = s.id ${named?.join ?? ''} WHERE ${conditions.join(' AND ')}
     ORDER BY ${key === 'id' ? `${keyed} ${direction}` : `${keyed} ${direction}, s.id ${direction}`} LIMIT ?`;
  // All rows in one, which the driver hands over in a third of the time.
  const packed = `SELECT json_group_array(id) AS ids, json_group_array(key) AS keys FROM (${rows})`;
  const found = file.get<{ ids: string; keys: string }>(packed, ...values, limit + 1);
  const [ids, keys]: [number[], Row['key'][]] = [JSON.parse(found?.ids ?? '[]'), JSON.parse(found?.keys ?? '[]')];
  return ids.map((id, at) => ({ id, key: keys[at] ?? 0 }));
}

const LIST_OF_PRICES = { sql: 'by_price', values: [] };

/** Products of a list with a minimum price, each with its lowest price from there on. */
function pricedFrom(file: LocalFile, ids: number[], minPriceCents: number): FoundProduct[] {
  return file.all<FoundProduct>(
    `SELECT wanted.value AS id,
       (SELECT MIN(r.priceCents) FROM product_prices r WHERE r.id = wanted.value AND r.priceCents >= ?) AS listedPriceCents
     FROM json_each(?) wanted ORDER BY wanted.key`,
    ...[minPriceCents, JSON.stringify(ids)],
  );
}
