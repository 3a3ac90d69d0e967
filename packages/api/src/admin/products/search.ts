import type { WithDatabase } from '@lantern/db/database';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { foldText } from '@lantern/text/fold';
import { normalizeCode } from '@lantern/text/normalize';
import { beginsWith } from '../../shared/text-search.ts';

/** With more matches than this, a list that is read in its order has filled a page soon. */
const MANY = 5000;

/**
 * SQL for the products whose name or slug contains `q`, or one of whose SKUs begins with it. Few matches are listed by
 * their ids: counting and sorting them then reads nothing else.
 */
export async function searchCondition({ database }: WithDatabase, q: string): Promise<string> {
  // INSTR, not LIKE: a percent sign must match literally.
  const has = (column: string, letters: string) => `INSTR(${column}, ${database.quote(letters)}) > 0`;
  const named = `${has('nameKey', foldText(q))} OR ${has('slug', q.toLowerCase())}`;
  const starts = skuForms(q).map(beginsWith);
  const [byName, bySku] = await Promise.all([
    database.select<{ id: number }>(`SELECT id FROM products WHERE ${named} LIMIT ${MANY + 1}`, {}),
    Variant.findAll({
      where: { [Op.or]: starts.map((sku) => ({ sku })) },
      attributes: ['productId'],
      limit: MANY + 1,
      raw: true,
    }),
  ]);
  const ranges = starts.map(
    (sku) => `v.sku >= ${database.quote(sku[Op.gte])} AND v.sku < ${database.quote(sku[Op.lt])}`,
  );
  const few: number[] = [];
  const conditions: string[] = [];
  if (byName.length > MANY) conditions.push(named);
  else few.push(...byName.map(({ id }) => id));
  if (bySku.length > MANY)
    conditions.push(
      `Product.id IN (SELECT v.productId FROM variants v WHERE v.archivedAt IS NULL AND (${ranges.join(' OR ')}))`,
    );
  else few.push(...bySku.map(({ productId }) => productId));
  // On its own it lets the database begin with these; an empty list is not SQL.
  if (few.length > 0) conditions.push(`Product.id IN (${[...new Set(few)]})`);
  return conditions.join(' OR ') || '1 = 0';
}

/** SKUs are compared as they are stored: as typed, in capitals or in small letters. Old ones may not be normalized. */
function skuForms(q: string): string[] {
  const code = normalizeCode(q);
  return [...new Set([code, code.toUpperCase(), code.toLowerCase(), q, q.normalize('NFD')])];
}
