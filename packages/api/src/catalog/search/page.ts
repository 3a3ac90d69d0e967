import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Hits } from './hits.ts';
import { ID_BITS, idOf, MAX_LENGTH, rankOf } from './rank.ts';
import type { Tiers } from './tiers.ts';

export interface PageQuery {
  sort?: CatalogFilters['sort'];
  minPriceCents: number;
  cursor: string | null;
  limit: number;
  /** How many hits there are, if that is known: the first page ends with the last of them. */
  total: number | null;
}

/** The ranks of the products on a page, in order. */
interface RankPage {
  ranks: number[];
  nextCursor: string | null;
}

/** A query with what its cursor holds. */
type Sorted<Key> = PageQuery & { after: [Key, number] | null };

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
  const { sort, cursor, limit, total } = query;
  const order = sort ?? 'best';
  const lastOf = <Key extends number | string>(key: z.ZodType<Key>): [Key, number] | null => {
    const keys = decodeCursor(cursor, z.tuple([z.literal(order), key, z.number().int()]));
    return keys && [keys[1], keys[2]];
  };
  const read = (): Positioned[] => {
    if (order === 'name') return byKey(hits, tiers, { ...query, after: lastOf(verbatim) });
    const after = lastOf(z.number().int());
    if (order === 'best') return best(hits, tiers, after, after ? limit + 1 : Math.min(limit + 1, total ?? Infinity));
    if (order === 'newest') return newest(hits, tiers, after, limit + 1);
    return byKey(hits, tiers, { ...query, after });
  };
  const found = read();
  const end = found.length > limit ? found[limit - 1] : undefined;
  return {
    ranks: found.slice(0, limit).map(({ rank }) => rank),
    nextCursor: end ? encodeCursor([order, ...end.position]) : null,
  };
}

/** @throws {ShopError} BAD_REQUEST for a cursor of another sort order. */
export function checkCursor({ sort, cursor }: Pick<PageQuery, 'sort'> & { cursor?: string | null }): void {
  const order = sort ?? 'best';
  const key = order === 'name' ? verbatim : z.number().int();
  decodeCursor(cursor, z.tuple([z.literal(order), key, z.number().int()]));
}

/** Tier by tier, and within a tier by rank. Their position is the tier, and the rank in it. */
function best(hits: Hits, { all, parts }: Tiers, after: [number, number] | null, limit: number): Positioned[] {
  const found: Positioned[] = [];
  // Each part would be searched in vain.
  if (!hits.areFound(all)) return found;
  const [first, last] = after ?? [0, 0];
  for (const [tier, expression] of parts.entries()) {
    if (tier < first || found.length >= limit) continue;
    const ranks = hits.ranks(expression, { above: tier === first ? last : 0 }, limit - found.length);
    found.push(...ranks.map((rank): Positioned => ({ rank, position: [tier, rank] })));
  }
  return found;
}

/** Products with names of the same length are ranked by id: the newest of all are among the last of each length. */
function newest(hits: Hits, { all }: Tiers, after: [number, number] | null, limit: number): Positioned[] {
  const ranks = Array.from({ length: MAX_LENGTH + 1 }, (_, length) => {
    const range = { above: rankOf(length, 0), below: rankOf(length, after ? after[1] : ID_BITS) };
    return hits.ranks(all, { ...range, descending: true }, limit);
  });
  const newestFirst = ranks.flat().sort((a, b) => idOf(b) - idOf(a));
  return newestFirst.slice(0, limit).map((rank) => ({ rank, position: [idOf(rank), idOf(rank)] }));
}

/** By name or by the lowest price, from a minimum on. Equal keys are sorted by id, as in the catalogue's lists. */
function byKey<Key extends number | string>(
  hits: Hits,
  { all }: Tiers,
  { sort, minPriceCents, after, limit }: Sorted<Key>,
): Positioned[] {
  const key =
    sort === 'name'
      ? { sql: '(SELECT name FROM products WHERE rank = hits.rank)', values: [] }
      : listedPrice(minPriceCents);
  const rows = hits.sorted<Key>(all, key, { after, descending: sort === 'price_desc', limit: limit + 1 });
  return rows.map(({ rank, key: at }) => ({ rank, position: [at, idOf(rank)] }));
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
