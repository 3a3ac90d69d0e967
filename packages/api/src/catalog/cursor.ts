import { z } from 'zod';
import { decodeCursor } from '../shared/paging.ts';
import { verbatim } from '../shared/schema.ts';
import type { Sort } from './schema.ts';

/**
 * The last row of the previous page of a list: its key in this sort order, and its id. Null for the first page.
 * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
 */
export function lastRow(sort: Sort, cursor: string | null | undefined): { key: string | number; id: number } | null {
  const key = sort === 'name' ? verbatim : z.number().int();
  const keys = decodeCursor(cursor, z.tuple([z.literal(sort), key, z.number().int()]));
  return keys && { key: keys[1], id: keys[2] };
}
