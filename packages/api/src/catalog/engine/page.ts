import type { Translation } from '../../shared/languages.ts';
import { encodeCursor } from '../../shared/paging.ts';
import { type LastRow, lastRow } from '../cursor.ts';
import { idOf, MAX_ID, MAX_LENGTH, rankOf } from '../full-text/rank.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Hits } from './hits.ts';
import type { Tiers } from './tiers.ts';

export interface PageQuery {
  sort?: CatalogFilters['sort'];
  /** By whose names a list by name is sorted. */
  language?: Translation;
  minPriceCents: number;
  cursor: string | null;
  limit: number;
}

/** The ranks of the products on a page, in order. */
interface RankPage {
  ranks: number[];
  nextCursor: string | null;
}

/** A query with what its cursor holds. */
type Sorted = PageQuery & { after: LastRow | null };

/** A product and its position: the sort key, and a second one that makes it unique. */
interface Positioned {
  rank: number;
  position: [key: number | string, second: number];
}

/**
 * A page of the hits in the requested order; best first by default.
 * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
 */
export function pageOf(hits: Hits, tiers: Tiers, query: PageQuery): RankPage {
  const { sort, cursor, limit } = query;
  const order = sort ?? 'best';
  const read = (): Positioned[] => {
    if (order === 'best') return best(hits, tiers, lastRow(order, cursor), limit + 1);
    if (order === 'newest') return newest(hits, tiers, lastRow(order, cursor), limit + 1);
    return byKey(hits, tiers, { ...query, after: lastRow(order, cursor) });
  };
  const found = read();
  const end = found.length > limit ? found[limit - 1] : undefined;
  return {
    ranks: found.slice(0, limit).map(({ rank }) => rank),
    nextCursor: end ? encodeCursor([order, ...end.position]) : null,
  };
}

/** Tier by tier, and within a tier by rank. Their position is the tier, and the rank in it. */
function best(hits: Hits, tiers: Tiers, after: LastRow<number> | null, limit: number): Positioned[] {
  return after ? further(hits, tiers, after, limit) : first(hits, tiers, limit);
}

function further(hits: Hits, { parts }: Tiers, after: LastRow<number>, limit: number): Positioned[] {
  const found: Positioned[] = [];
  for (const [tier, { alone }] of parts.entries()) {
    if (tier < after.key || found.length >= limit) continue;
    const ranks = hits.ranks(alone, { above: tier === after.key ? after.id : 0 }, limit - found.length);
    found.push(...ranks.map((rank): Positioned => ({ rank, position: [tier, rank] })));
  }
  return found;
}

/** What better tiers have found is known here, and need not be excluded; nor are more read than it takes to find all hits. */
function first(hits: Hits, { all, parts }: Tiers, limit: number): Positioned[] {
  const matched = hits.ranks(all, {}, limit);
  const total = matched.length < limit && !hits.areBounded ? matched.length : limit;
  const found = new Map<number, Positioned>();
  for (const [tier, { expression }] of parts.entries()) {
    if (matched.length === 0 || found.size >= total) break;
    // All that is left: it is in this tier or in the next ones, and their order is clear.
    const isRest = total < limit && (tier === parts.length - 1 || found.size === total - 1);
    for (const rank of isRest ? matched : hits.ranks(expression, {}, limit)) {
      if (!found.has(rank) && found.size < limit) found.set(rank, { rank, position: [tier, rank] });
    }
  }
  return [...found.values()];
}

/** Products with names of the same length are ranked by id: the newest of all are among the last of each length. */
function newest(hits: Hits, { all }: Tiers, after: LastRow<number> | null, limit: number): Positioned[] {
  const ranks = Array.from({ length: MAX_LENGTH + 1 }, (_, length) => {
    const range = { above: rankOf(length, 0), below: rankOf(length, after?.id ?? MAX_ID) };
    return hits.ranks(all, { ...range, descending: true }, limit);
  });
  const newestFirst = ranks.flat().sort((a, b) => idOf(b) - idOf(a));
  return newestFirst.slice(0, limit).map((rank) => ({ rank, position: [idOf(rank), idOf(rank)] }));
}

/** By name or by the lowest price, from a minimum on. Equal keys are sorted by id, as in the catalogue's lists. */
function byKey(hits: Hits, { all }: Tiers, { sort, language, minPriceCents, after, limit }: Sorted): Positioned[] {
  const key = sort === 'name' ? keyIn(language ?? null) : listedPrice(minPriceCents);
  const rows = hits.sorted(all, key, { after, descending: sort === 'price_desc', limit: limit + 1 });
  return rows.map(({ rank, key: at }) => ({ rank, position: [at, idOf(rank)] }));
}

/** The same keys as in lists. */
function keyIn(language: Translation): { sql: string; values: string[] } {
  const own = '(SELECT nameKey FROM products WHERE rank = hits.rank)';
  if (language === null) return { sql: own, values: [] };
  const translated = '(SELECT nameKey FROM translated_keys WHERE rank = hits.rank AND language = ?)';
  return { sql: `COALESCE(${translated}, ${own})`, values: [language] };
}

function listedPrice(minPriceCents: number): { sql: string; values: number[] } {
  if (minPriceCents <= 0) {
    return { sql: '(SELECT priceCents FROM offers WHERE rank = hits.rank)', values: [] };
  }
  return {
    sql: '(SELECT min(cents) FROM prices WHERE rank = hits.rank AND cents >= ?)',
    values: [minPriceCents],
  };
}
