import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import type { WhereOptions } from '@lantern/db/query';
import { TtlCache } from '../shared/ttl-cache.ts';
import type { Facets } from './options/facets.ts';

/** Smaller counts take a few milliseconds, and are not cached. */
const COSTLY_ABOVE = 1000;
const TTL_MS = 10_000;

/**
 * Counts of products, by filters and by category. In a large catalogue counting takes longer than the rest of a
 * page, so costly counts are cached for some seconds. Call `clear` when products change; sales are counted with
 * that delay.
 */
export class CatalogCounts {
  readonly #totals = new TtlCache<number>(TTL_MS);
  readonly #facets = new TtlCache<{ facets: Facets; of: number }>(TTL_MS);
  readonly #byCategory = new TtlCache<Map<number, number>>(TTL_MS);

  /** The number of products that match `where`, which the caller derived from `filters`. */
  total(filters: object, where: WhereOptions<Product>): Promise<number> {
    const isCostly = (total: number) => total > COSTLY_ABOVE;
    return this.#totals.get(JSON.stringify(filters), () => Product.count({ where }), isCostly);
  }

  /** The number of active products in each category, by category id. */
  byCategory(): Promise<Map<number, number>> {
    const isCostly = (counts: Map<number, number>) =>
      [...counts.values()].reduce((sum, count) => sum + count, 0) > COSTLY_ABOVE;
    return this.#byCategory.get('', countByCategory, isCostly);
  }

  /** The facets that `tally` has made of so many products, for these filters. */
  async facets(filters: object, tally: () => Promise<{ facets: Facets; of: number }>): Promise<Facets> {
    return (await this.#facets.get(JSON.stringify(filters), tally, ({ of }) => of > COSTLY_ABOVE)).facets;
  }

  clear(): void {
    this.#facets.clear();
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
