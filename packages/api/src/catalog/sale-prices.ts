import { actingAsSystem } from '@lantern/db/activity/actor';
import { Product } from '@lantern/db/models/product';
import { lowestPrice, Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { groupBy } from '../shared/group-by.ts';

const SOLD_OUT = `NOT EXISTS (SELECT 1 FROM variants s
    WHERE s.productId = v.productId AND s.archivedAt IS NULL AND s.stock > 0)`;

/** SQL condition: a variant `v` is in stock, or all of its product are sold out. */
export const IS_FOR_SALE = `(v.stock > 0 OR ${SOLD_OUT})`;

/**
 * SQL condition: a variant for sale of the product costs between these cents, both inclusive. With `inStock`
 * only variants in stock count, even if all are sold out.
 */
export function hasPriceBetween(minCents: number, maxCents: number, inStock = false): string {
  // Not EXISTS: MariaDB would materialize all matching variants, however few rows a page needs.
  return `(SELECT 1 FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL
    AND v.priceCents BETWEEN ${Number(minCents)} AND ${Number(maxCents)}
    AND (v.stock > 0${inStock ? '' : ` OR ${SOLD_OUT}`}) LIMIT 1) IS NOT NULL`;
}

/**
 * SQL for a product's listed price in cents: the lowest of its variants for sale, or with a minimum price the
 * lowest from there on, so that no card shows a price outside the filter.
 */
export function listedPrice(minCents: number): string {
  if (minCents <= 0) return 'Product.priceCents';
  return `(SELECT MIN(v.priceCents) FROM variants v WHERE v.productId = Product.id AND v.archivedAt IS NULL
    AND v.priceCents >= ${Number(minCents)} AND ${IS_FOR_SALE})`;
}

/**
 * Updates the listed prices of these products from their variants for sale. Call it with the variants locked,
 * after prices have changed or a variant has sold out or come back into stock.
 */
export async function refreshPrices(productId: number[]): Promise<void> {
  if (productId.length === 0) return;
  const variants = await Variant.findAll({
    where: { productId },
    attributes: ['productId', 'priceCents', 'stock'],
    raw: true,
    lock: true,
  });
  // As the system: it follows from a change that is already logged.
  await actingAsSystem(async () => {
    for (const [id, own] of groupBy(variants, (variant) => variant.productId)) {
      const priceCents = lowestPrice(own);
      await Product.update({ priceCents }, { where: { id, priceCents: { [Op.ne]: priceCents } }, silent: true });
    }
  });
}
