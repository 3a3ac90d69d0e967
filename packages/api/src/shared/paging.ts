import type { z } from 'zod';
import { ShopError } from './shop-error.ts';

/** A page of a list; `nextCursor` is null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Encodes the keys of the last row. Opaque to clients: they only send it back. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The keys in a cursor of this list; null without one.
 * @throws {ShopError} BAD_REQUEST on `cursor` if it was tampered with or belongs to another list.
 */
export function decodeCursor<T>(cursor: string | null | undefined, keys: z.ZodType<T>): T | null {
  if (!cursor) return null;
  try {
    return keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ShopError('BAD_REQUEST', 'This list has no such page.', {
      fieldErrors: { cursor: ['Not a cursor of this list.'] },
    });
  }
}

/** Makes a page of rows that were read with a limit of one more, to detect a next page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? encodeCursor(keysOf(last)) : null,
  };
}
