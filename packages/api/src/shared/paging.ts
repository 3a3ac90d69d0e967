import type { z } from 'zod';
import { ShopError } from './shop-error.ts';

/** A page of a list; `nextCursor` is null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The keys of the last row, made opaque: callers hand it back and never build one. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The keys in a cursor that this list gave out earlier; null without one.
 * @throws {ShopError} BAD_REQUEST naming `cursor` when it was tampered with or is another list's.
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

/** Cuts a list that was read with one row too many into a page. */
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
