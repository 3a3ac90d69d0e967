import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Hit } from './match.ts';

type Key = number | string;
type Order = NonNullable<CatalogFilters['sort']> | 'best';

/** Each order's key, to be taken from below; equal keys stand in the order of ids. */
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

/** The lowest price in cents of what is for sale of it, from a bound upwards: as the list has it. */
export function listedPriceOf({ product: { offer } }: Hit, minPriceCents: number): number {
  return offer.prices.find((price) => price >= minPriceCents) ?? offer.prices[0] ?? 0;
}

/**
 * A page of what was found, in the order that is asked for.
 * @throws {ShopError} BAD_REQUEST for a cursor of another order.
 */
export function pageOf(hits: Hit[], query: PageQuery): { shown: Hit[]; nextCursor: string | null } {
  const { sort, cursor, limit, minPriceCents = 0 } = query;
  const order: Order = sort ?? 'best';
  const { keyOf, descending } = orders[order];
  const key = order === 'name' ? verbatim : z.number();
  const last = decodeCursor(cursor, z.tuple([z.literal(order), key, z.number().int()]));
  const compare = (a: [Key, number], b: [Key, number]) => {
    if (a[0] !== b[0]) return a[0] < b[0] === descending ? 1 : -1;
    // The lists of the shop have the newest behind in the same direction as the key.
    return order === 'price_desc' ? b[1] - a[1] : a[1] - b[1];
  };
  const placeOf = (hit: Hit): [Key, number] => [keyOf(hit, minPriceCents), hit.product.id];
  const first: { hit: Hit; place: [Key, number] }[] = [];
  for (const hit of hits) {
    const place = placeOf(hit);
    if (last && compare(place, [last[1], last[2]]) <= 0) continue;
    const end = first.at(-1);
    if (first.length > limit && end && compare(place, end.place) >= 0) continue;
    insert(first, { hit, place }, (a, b) => compare(a.place, b.place));
    if (first.length > limit + 1) first.pop();
  }
  const shown = first.slice(0, limit);
  const end = shown.at(-1);
  return {
    shown: shown.map(({ hit }) => hit),
    nextCursor: first.length > limit && end ? encodeCursor([order, ...end.place]) : null,
  };
}

/** Puts one into a list that is in order. */
function insert<T>(list: T[], one: T, compare: (a: T, b: T) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, one) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, one);
}
