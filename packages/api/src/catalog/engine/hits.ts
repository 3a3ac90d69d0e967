import type { LocalFile } from '@lantern/db/local-file';
import type { LastRow } from '../cursor.ts';
import { idIn, shelfIn } from '../full-text/rank.ts';
import type { AssortmentCount, Facets } from '../options/facets.ts';
import { allOf, inName } from '../words/forms.ts';
import {
  type Fragment,
  filtered,
  type HitFilters,
  isByOffer,
  MAX_EXAMINED,
  matching,
  type Range,
  type Value,
} from './matching.ts';

/** Up to this many hits are counted. */
const MAX_COUNTED = 1000;
/** The most names that are compared with a phrase. */
const MAX_COMPARED_NAMES = 1000;

/** The number of hits; if it is not exact, there are at least so many. */
interface Count {
  total: number;
  isExact: boolean;
}

const NOTHING: Count = { total: 0, isExact: true };

/** The hits of full-text expressions that pass the filters. */
export class Hits {
  constructor(
    private readonly file: LocalFile,
    private readonly filters: HitFilters,
  ) {}

  /** The ranks of hits, in their order. */
  ranks(expression: string | null, range: Range, limit: number): number[] {
    if (expression === null) return [];
    const { sql, values } = filtered(expression, this.filters, range);
    return this.file.all<{ rank: number }>(`SELECT rank FROM ${sql} LIMIT ?`, ...values, limit).map(({ rank }) => rank);
  }

  /** Whether only the best matches of an expression are examined, so that others may have more hits. */
  get areBounded(): boolean {
    return isByOffer(this.filters);
  }

  /** Whether there are any hits. */
  areFound(expression: string | null): boolean {
    return this.ranks(expression, {}, 1).length > 0;
  }

  /** The first hits by a sort key, which is an SQL expression; hits with equal keys are sorted by id. */
  sorted(
    expression: string | null,
    key: Fragment,
    { after, descending, limit }: { after: LastRow | null; descending: boolean; limit: number },
  ): { rank: number; key: Value }[] {
    if (expression === null) return [];
    const hits = filtered(expression, this.filters, {}, MAX_EXAMINED);
    const [comparison, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
    const keyed = `SELECT rank, ${idIn('rank')} AS id, ${key.sql} AS key FROM ${hits.sql}`;
    const further = after ? `WHERE (key, id) ${comparison} (?, ?)` : '';
    return this.file.all<{ rank: number; key: Value }>(
      `SELECT rank, key FROM (${keyed}) ${further} ORDER BY key ${direction}, id ${direction} LIMIT ?`,
      ...[...key.values, ...hits.values, ...(after ? [after.key, after.id] : []), limit],
    );
  }

  /** The number of hits, up to a bound. */
  count(expression: string | null): Count {
    if (expression === null) return NOTHING;
    const { sql, values } = filtered(expression, this.filters, {});
    const counted = `SELECT count(*) AS count FROM (SELECT rank FROM ${sql} LIMIT ?)`;
    const count = this.file.get<{ count: number }>(counted, ...values, MAX_COUNTED + 1)?.count ?? 0;
    return this.#upToBound(expression, count);
  }

  /** The number of hits and of those in each category, by category id; if it is not exact, of the best hits only. */
  countByCategory(expression: string | null): Count & { byCategory: Map<number, number> } {
    const byCategory = new Map<number, number>();
    if (expression === null) return { ...NOTHING, byCategory };
    const { sql, values } = filtered(expression, this.filters, {});
    const byShelf = `SELECT ${shelfIn('hits.rank')} AS shelf, count(*) AS count
      FROM (SELECT rank FROM ${sql} LIMIT ?) AS hits GROUP BY 1`;
    const rows = this.file.all<{ categories: string; count: number }>(
      `SELECT categories, count FROM (${byShelf}) CROSS JOIN shelves ON id = shelf`,
      ...[...values, MAX_COUNTED + 1],
    );
    for (const { categories, count } of rows) {
      const ids: number[] = JSON.parse(categories);
      for (const id of ids) byCategory.set(id, (byCategory.get(id) ?? 0) + count);
    }
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return { ...this.#upToBound(expression, count), byCategory };
  }

  /** How many of the best hits can be had in each way. */
  byAssortment(expression: string | null): AssortmentCount[] {
    if (expression === null) return [];
    const { sql, values } = filtered(expression, this.filters, {}, MAX_EXAMINED);
    const rows = this.file.all<{ options: string; count: number }>(
      `SELECT options, count FROM
        (SELECT assortmentId, count(*) AS count FROM ${sql} CROSS JOIN offers USING (rank) GROUP BY 1)
        CROSS JOIN assortments ON id = assortmentId`,
      ...values,
    );
    return rows.map(({ options, count }) => ({ assortment: JSON.parse(options), count }));
  }

  /** The lowest and the highest price of the best hits, in cents. */
  prices(expression: string | null): Pick<Facets, 'minPriceCents' | 'maxPriceCents'> {
    const none = { minPriceCents: null, maxPriceCents: null };
    if (expression === null) return none;
    const { sql, values } = filtered(expression, this.filters, {}, MAX_EXAMINED);
    const prices = `SELECT min(cents) AS minPriceCents, max(cents) AS maxPriceCents FROM ${sql} CROSS JOIN prices USING (rank)`;
    return this.file.get(prices, ...values) ?? none;
  }

  #upToBound(expression: string, count: number): Count {
    const isExact = count <= MAX_COUNTED && !(this.areBounded && this.#isLargerThanExamined(expression));
    return { total: Math.min(count, MAX_COUNTED), isExact };
  }

  /** Whether one of the best hits has these words in its name, one after the other. */
  someNameContains(expression: string | null, words: string): boolean {
    if (expression === null || words === '') return false;
    const { sql, values } = filtered(allOf([expression, inName(words)]), this.filters, {}, MAX_COMPARED_NAMES);
    const named = `SELECT rank FROM ${sql} CROSS JOIN products USING (rank) WHERE instr(name, ?) LIMIT 1`;
    return this.file.get(named, ...values, words) !== undefined;
  }

  /** A product's lowest price for sale from the minimum on, in cents; null without a minimum. */
  listedPriceOf(rank: number): number | null {
    const { minPriceCents } = this.filters;
    if (minPriceCents <= 0) return null;
    const sql = 'SELECT min(cents) AS cents FROM prices WHERE rank = ? AND cents >= ?';
    return this.file.get<{ cents: number | null }>(sql, rank, minPriceCents)?.cents ?? null;
  }

  #isLargerThanExamined(expression: string): boolean {
    const { sql, values } = matching(expression, this.filters, {});
    return this.file.get(`SELECT rank FROM (${sql}) LIMIT 1 OFFSET ?`, ...values, MAX_EXAMINED) !== undefined;
  }
}
