import { isUnreadable } from '@lantern/db/dialect/unreadable';

/**
 * What `read` returns; null if a row that it needs cannot be read, since a column holds no JSON, or JSON of another
 * shape.
 */
export async function unlessUnreadable<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (error) {
    if (isUnreadable(error) || error instanceof TypeError) return null;
    throw error;
  }
}
