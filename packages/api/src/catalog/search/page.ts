import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Hit } from './match.ts';

type Key = number | string;
type Order = NonNullable<CatalogFilters['sort']> | 'best';

/** The key of each sort order; equal keys are sorted by id. */
const orders: Record<Order, { keyOf: (hit: Hit, minPriceCents: number) => Key; descending: boolean }> = {
  best: { keyOf: ({ score }) => score, descending: true },
  newest: { keyOf: ({ product }) => product.id, descending: true },
  price_asc: { keyOf: listedPriceOf, descending: false },
  price_desc: { keyOf: listedPriceOf, descending: true },
  name: { keyOf: ({ product }) => product.name, descending: false },
};

interface PageQuery extends Pick<CatalogFilters, 'sort' | 'minPriceCents'> {
  cursor?: string | null;
  limit: number;
}

/** The lowest price in cents among the variants for sale, from a minimum on: the same as in lists. */
export function listedPriceOf({ product: { offer } }: Hit, minPriceCents: number): number {
  return offer.prices.find((price) => price >= minPriceCents) ?? offer.prices[0] ?? 0;
}

/**
 * A page of hits in the requested order.
 * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
 */
export function pageOf(hits: Hit[], query: PageQuery): { shown: Hit[]; nextCursor: string | null } {
  const { sort, cursor, limit, minPriceCents = 0 } = query;
  const order: Order = sort ?? 'best';
  const { keyOf, descending } = orders[order];
  const key = order === 'name' ? verbatim : z.number();
  const last = decodeCursor(cursor, z.tuple([z.literal(order), key, z.number().int()]));
  const compare = (a: [Key, number], b: [Key, number]) => {
    if (a[0] !== b[0]) return a[0] < b[0] === descending ? 1 : -1;
    // As in the catalogue lists, ids are sorted in the same direction as the key.
    return order === 'price_desc' ? b[1] - a[1] : a[1] - b[1];
  };
  const positionOf = (hit: Hit): [Key, number] => [keyOf(hit, minPriceCents), hit.product.id];
  const best: { hit: Hit; position: [Key, number] }[] = [];
  for (const hit of hits) {
    const position = positionOf(hit);
    if (last && compare(position, [last[1], last[2]]) <= 0) continue;
    const end = best.at(-1);
    if (best.length > limit && end && compare(position, end.position) >= 0) continue;
    insert(best, { hit, position }, (a, b) => compare(a.position, b.position));
    if (best.length > limit + 1) best.pop();
  }
  const shown = best.slice(0, limit);
  const end = shown.at(-1);
  return {
    shown: shown.map(({ hit }) => hit),
    nextCursor: best.length > limit && end ? encodeCursor([order, ...end.position]) : null,
  };
}

/** Inserts an item into a sorted list. */
function insert<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}
