import type { WithDatabase } from '@lantern/db/database';
import type { ProductStatus } from '@lantern/db/models/product';
import { LOW_STOCK } from '../../catalog/stock-level.ts';

const isLow = `v.stock <= ${LOW_STOCK} AND v.archivedAt IS NULL`;

/** With more low variants than this, a list that is read in its order has filled a page soon. */
const MANY = 2000;

/** The products that have a variant which is sold out or will be soon, or the first of them. */
interface LowProducts {
  ids: number[];
  /** Whether these are all. */
  isAll: boolean;
}

/** Reads them from the lowest stock on, `MANY` variants at most. */
export async function lowProducts({ database }: WithDatabase, status?: ProductStatus): Promise<LowProducts> {
  // Not a join: SQLite would begin with all products of the status, instead of the lowest stock.
  const inStatus = 'AND EXISTS (SELECT 1 FROM products p WHERE p.id = v.productId AND p.status = :status)';
  const rows = await database.select<{ productId: number }>(
    `SELECT v.productId FROM variants v WHERE ${isLow} ${status ? inStatus : ''} ORDER BY v.stock, v.id LIMIT ${MANY + 1}`,
    { status },
  );
  return { ids: [...new Set(rows.map(({ productId }) => productId))], isAll: rows.length <= MANY };
}

/** SQL for those products. Few are listed by their ids: counting and sorting them then reads nothing else. */
export async function lowCondition(services: WithDatabase): Promise<string> {
  const { ids, isAll } = await lowProducts(services);
  if (!isAll) return `EXISTS (SELECT 1 FROM variants v WHERE v.productId = Product.id AND ${isLow})`;
  return ids.length > 0 ? `Product.id IN (${ids})` : '1 = 0';
}
