import { isUnreadable } from '@lantern/db/dialect/unreadable';
import { z } from 'zod';

/** A column holds JSON, but of another shape than the store writes. */
class OtherShape extends Error {}

/** What checks rely on in the JSON of rows, which any client of the database may have changed. */
export const shapes = {
  address: z.object({ fullName: z.string() }),
  changes: z.array(z.object({ field: z.string() })),
  document: z.object({ lines: z.array(z.object({ taxCents: z.number(), totalCents: z.number() })) }),
  fields: z.record(z.string(), z.unknown()),
};

/** Call it before JSON of a row is read. @throws if it has another shape: `unlessUnreadable` then takes the row for unreadable. */
export function assertShape(shape: z.ZodType, json: unknown): void {
  const { error } = shape.safeParse(json);
  if (error) throw new OtherShape('JSON of a row has another shape than the store writes.', { cause: error });
}

/**
 * What `read` returns; null if a row that it needs cannot be read, since a column holds no JSON, or JSON of another
 * shape. A slip in `read` itself is thrown: it says nothing about the row.
 */
export async function unlessUnreadable<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (error) {
    if (isUnreadable(error) || error instanceof OtherShape) return null;
    throw error;
  }
}
