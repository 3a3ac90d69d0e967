import { z } from 'zod';
import { decodeCursor } from '../shared/paging.ts';
import { verbatim } from '../shared/schema.ts';
import type { Sort } from './schema.ts';

const integer = z.number().int();
/** What a cursor of an order contains: the order, the last row's key in it, and a second key. */
export const keysOf = <Key extends z.ZodType<string | number>>(order: string, key: Key) =>
  z.tuple([z.literal(order), key, integer]);

/** Made once: to make a schema takes longer than to read a page. */
const cursors = {
  best: keysOf('best', integer),
  newest: keysOf('newest', integer),
  price_asc: keysOf('price_asc', integer),
  price_desc: keysOf('price_desc', integer),
  name: keysOf('name', verbatim),
} satisfies Record<Sort | 'best', z.ZodType>;

/** A list's order, or that of a search by default. */
type Order = keyof typeof cursors;

/** The last row of a page: its key in the list's order, and a second key, such as its id. */
export interface LastRow<Key = string | number> {
  key: Key;
  id: number;
}

/**
 * The last row of the previous page; null for the first page.
 * @throws {ShopError} BAD_REQUEST for a cursor of another order.
 */
export function lastRow<Own extends Order>(
  order: Own,
  cursor: string | null | undefined,
): LastRow<Own extends 'name' ? string : number> | null;
export function lastRow(order: Order, cursor: string | null | undefined): LastRow | null {
  const keys = decodeCursor<[string, string | number, number]>(cursor, cursors[order]);
  return keys && { key: keys[1], id: keys[2] };
}
