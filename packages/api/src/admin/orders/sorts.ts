import type { Order } from '@lantern/db/models/order';
import { z } from 'zod';
import { keysOf } from '../../catalog/cursor.ts';
import type { ListOrder, Position } from '../../shared/keyset.ts';
import { decodeCursor } from '../../shared/paging.ts';
import type { AdminOrderListInput, OrderSort } from './schema.ts';

const integer = z.number().int();

/** The last row's time or total, and its id; the default order is not named. */
const cursors = {
  newest: z.tuple([integer, integer]),
  oldest: keysOf('oldest', integer),
  total_asc: keysOf('total_asc', integer),
  total_desc: keysOf('total_desc', integer),
} satisfies Record<OrderSort, z.ZodType>;

/** Whether the list is sorted by total, instead of by time. */
export function isByTotal({ sort }: AdminOrderListInput): boolean {
  return sort === 'total_asc' || sort === 'total_desc';
}

/** By time where it is filtered by time, so that one index serves both; otherwise by id. */
export function orderOf(filters: AdminOrderListInput): ListOrder {
  const { sort = 'newest', from, to } = filters;
  const descending = sort === 'newest' || sort === 'total_desc';
  if (isByTotal(filters)) return { column: 'totalCents', descending };
  return { column: from === undefined && to === undefined ? null : 'placedAt', descending };
}

/** What the cursor of a page that ends with this row contains. */
export function keysAfter(filters: AdminOrderListInput, { id, placedAt, totalCents }: Order): (string | number)[] {
  const { sort = 'newest' } = filters;
  const key = isByTotal(filters) ? totalCents : placedAt.getTime();
  return sort === 'newest' ? [key, id] : [sort, key, id];
}

/** @throws {ShopError} BAD_REQUEST for a cursor of another order. */
export function positionAfter(filters: AdminOrderListInput): Position | null {
  const { cursor, sort = 'newest' } = filters;
  const keys = decodeCursor<[number, number] | [string, number, number]>(cursor, cursors[sort]);
  if (!keys) return null;
  const [key, id] = keys.length === 2 ? keys : [keys[1], keys[2]];
  return { key: isByTotal(filters) ? key : new Date(key), id };
}
