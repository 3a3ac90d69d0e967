import { actingAsSystem } from '@lantern/db/activity/actor';
import { Product } from '@lantern/db/models/product';
import { lowestPrice, Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { groupBy } from '../shared/group-by.ts';

const SOLD_OUT = `NOT EXISTS (SELECT 1 FROM variants s
    WHERE s.productId = v.productId AND s.archivedAt IS NULL AND s.stock > 0)`;

/**
 * SQL that holds for a product of which something for sale costs between these cents, both included.
 * With `inStock` only what is in stock counts, even where everything has sold out.
 */
export function hasPriceBetween(minCents: number, maxCents: number, inStock = false): string {
  // Not EXISTS: MariaDB would first make a list of all variants that fit, however few rows a page needs.
  return `(SELECT 1 FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL
    AND v.priceCents BETWEEN ${Number(minCents)} AND ${Number(maxCents)}
    AND (v.stock > 0${inStock ? '' : ` OR ${SOLD_OUT}`}) LIMIT 1) IS NOT NULL`;
}

/**
 * SQL for the price in cents by which a product is listed: the lowest of what is for sale, and where
 * people ask from a price upwards, the lowest of those, so that no card shows a price outside the filter.
 */
export function listedPrice(minCents: number): string {
  if (minCents <= 0) return 'Product.priceCents';
  return `(SELECT MIN(v.priceCents) FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL
    AND v.priceCents >= ${Number(minCents)} AND (v.stock > 0 OR ${SOLD_OUT}))`;
}

/**
 * Brings the prices by which these products are listed to what is for sale of them now. Call it with
 * their variants locked, once prices have changed or something has sold out or come back.
 */
export async function refreshPrices(productId: number[]): Promise<void> {
  if (productId.length === 0) return;
  const variants = await Variant.findAll({
    where: { productId },
    attributes: ['productId', 'priceCents', 'stock'],
    raw: true,
    lock: true,
  });
  // It follows from a change that is told already.
  await actingAsSystem(async () => {
    for (const [id, own] of groupBy(variants, (variant) => variant.productId)) {
      const priceCents = lowestPrice(own);
      await Product.update({ priceCents }, { where: { id, priceCents: { [Op.ne]: priceCents } }, silent: true });
    }
  });
}
