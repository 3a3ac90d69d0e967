import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import type { WhereOptions } from '@lantern/db/query';
import { TtlCache } from '../shared/ttl-cache.ts';

/** Up to here a count takes a few milliseconds, and is not kept. */
const QUICK = 1000;
const KEPT_FOR_MS = 10_000;

/**
 * How many products there are, by filters and by category. In a large catalogue counting takes longer
 * than the rest of a page, so there a count is kept for some seconds: `clear` it when products change;
 * what sells out meanwhile shows a little later.
 */
export class CatalogCounts {
  readonly #totals = new TtlCache<number>(KEPT_FOR_MS);
  readonly #byCategory = new TtlCache<Map<number, number>>(KEPT_FOR_MS);

  /** How many match `where`, which the caller made from `filters`. */
  total(filters: object, where: WhereOptions<Product>): Promise<number> {
    const isCostly = (total: number) => total > QUICK;
    return this.#totals.get(JSON.stringify(filters), () => Product.count({ where }), isCostly);
  }

  /** Active products in each category, by its id. */
  byCategory(): Promise<Map<number, number>> {
    const isCostly = (counts: Map<number, number>) =>
      [...counts.values()].reduce((sum, count) => sum + count, 0) > QUICK;
    return this.#byCategory.get('', countByCategory, isCostly);
  }

  clear(): void {
    this.#totals.clear();
    this.#byCategory.clear();
  }
}

async function countByCategory(): Promise<Map<number, number>> {
  const rows = await ProductCategory.count({
    where: { '$product.status$': 'active' },
    include: [{ model: Product, attributes: [], required: true }],
    group: ['categoryId'],
  });
  return new Map(rows.map(({ categoryId, count }) => [Number(categoryId), count]));
}
