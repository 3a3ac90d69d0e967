import type { Condition } from '../options/stored.ts';
import { allOf, categoryTerm } from '../words/forms.ts';

/** By what hits are filtered. */
export interface HitFilters {
  categoryId: number | null;
  minPriceCents: number;
  maxPriceCents: number;
  inStock: boolean;
  /** Condition for the chosen options; null without any. */
  wanted: Condition | null;
}

export const NO_FILTERS: HitFilters = {
  categoryId: null,
  minPriceCents: 0,
  maxPriceCents: Infinity,
  inStock: false,
  wanted: null,
};

/** The most hits that are examined by price, stock or name, best first: the others do not count for such a search. */
export const MAX_EXAMINED = 20_000;

export type Value = string | number;

/** Part of a statement, and the values of its placeholders. */
export interface Fragment {
  sql: string;
  values: Value[];
}

/** Which ranks to read, and in which direction. */
export interface Range {
  above?: number;
  below?: number;
  descending?: boolean;
}

/** Whether each hit has to be examined. */
export function isByOffer({ minPriceCents, maxPriceCents, inStock, wanted }: HitFilters): boolean {
  return inStock || wanted !== null || minPriceCents > 0 || maxPriceCents < Infinity;
}

/** A query for the ranks of what matches an expression, in any price and stock. */
export function matching(
  expression: string,
  { categoryId }: HitFilters,
  { above = 0, below = Number.MAX_SAFE_INTEGER, descending = false }: Range,
): Fragment {
  const matched = categoryId === null ? expression : allOf([expression, categoryTerm(categoryId)]);
  return {
    // The driver binds every number as a float, of which FTS5 would not make a range.
    sql: `SELECT rowid AS rank FROM texts
      WHERE texts MATCH ? AND rowid > CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER)
      ORDER BY rowid ${descending ? 'DESC' : 'ASC'}`,
    values: [matched, above, below],
  };
}

/** A subquery `hits` for the ranks of what matches an expression and passes the filters, of at most so many matches. */
export function filtered(
  expression: string,
  filters: HitFilters,
  range: Range,
  bound = isByOffer(filters) ? MAX_EXAMINED : null,
): Fragment {
  const { sql, values } = matching(expression, filters, range);
  const hits = bound === null ? `(${sql}) AS hits` : `(${sql} LIMIT ${bound}) AS hits`;
  if (!isByOffer(filters)) return { sql: hits, values };
  const { minPriceCents, inStock, wanted } = filters;
  const max = Math.min(filters.maxPriceCents, Number.MAX_SAFE_INTEGER);
  // By the lowest price first, which leaves fewer products whose other prices are read.
  const offered = `SELECT hits.rank FROM ${hits} CROSS JOIN offers USING (rank)
    WHERE priceCents <= ? AND inStock >= ?${wanted ? ` AND ${wanted.sql}` : ''}
    AND EXISTS (SELECT 1 FROM prices WHERE rank = hits.rank AND cents BETWEEN ? AND ?)`;
  return {
    sql: `(${offered}) AS hits`,
    values: [...values, max, Number(inStock), ...(wanted ? [wanted.value] : []), minPriceCents, max],
  };
}
