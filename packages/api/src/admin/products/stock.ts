import type { Database, WithDatabase } from '@lantern/db/database';
import { MINUTE_MS } from '../../shared/dates.ts';

/** Longer than any transaction takes: until then, a row may become readable whose time is already past. */
const OVERLAP_MS = 3 * MINUTE_MS;
const ROWS_PER_STATEMENT = 500;

/** Until when each database's sums are known to be right; not known for one that is not listed. */
const refreshedUntil = new WeakMap<Database, Date>();

/**
 * Brings `products.stock` up to date with the variants that have changed since the last call. Sales do not write it:
 * two shoppers who buy different variants of a product would wait for each other.
 */
export async function refreshStock({ database }: WithDatabase): Promise<void> {
  const until = new Date(Date.now() - OVERLAP_MS);
  const since = refreshedUntil.get(database);
  const changed = await database.select<{ id: number; stock: number | string }>(
    `SELECT s.productId AS id, s.stock AS stock
     FROM (
       SELECT v.productId, SUM(CASE WHEN v.archivedAt IS NULL THEN v.stock ELSE 0 END) AS stock
       FROM variants v ${since ? 'WHERE v.productId IN (SELECT productId FROM variants WHERE updatedAt >= :since)' : ''}
       GROUP BY v.productId
     ) s JOIN products p ON p.id = s.productId AND p.stock <> s.stock ORDER BY s.productId`,
    { since },
  );
  if (changed.length > 0) await database.transaction(() => writeStock(database, changed));
  refreshedUntil.set(database, until);
}

async function writeStock(database: Database, products: { id: number; stock: number | string }[]): Promise<void> {
  for (let start = 0; start < products.length; start += ROWS_PER_STATEMENT) {
    const some = products.slice(start, start + ROWS_PER_STATEMENT);
    const cases = some.map(({ id, stock }) => `WHEN ${id} THEN ${Number(stock)}`);
    await database.sequelize.query(
      `UPDATE products SET stock = CASE id ${cases.join(' ')} END WHERE id IN (${some.map(({ id }) => id)})`,
    );
  }
}
