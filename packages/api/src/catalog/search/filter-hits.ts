import { categoryAt } from '../former-slugs.ts';
import type { CatalogFilters } from '../schema.ts';
import type { IndexedProduct } from './inventory.ts';
import type { Hit } from './match.ts';
import type { SearchServices } from './search-index.ts';

export interface FilteredHits {
  /** The hits that match all filters. */
  matching: Hit[];
  /** The hits that match all filters except the category, for counts by category. */
  inAnyCategory: Hit[];
}

/**
 * Filters the hits by the same rules as the catalogue list.
 * @throws {ShopError} NOT_FOUND for an unknown category.
 */
export async function filterHits(
  services: SearchServices,
  filters: CatalogFilters,
  hits: Hit[],
): Promise<FilteredHits> {
  const { category, minPriceCents = 0, maxPriceCents = Infinity, inStock = false, sort } = filters;
  const id = category === undefined ? null : (await categoryAt(category)).id;
  const byOffer = minPriceCents > 0 || maxPriceCents < Infinity || inStock;
  if (byOffer || sort === 'price_asc' || sort === 'price_desc') await services.search.refreshOffers();
  const isOffered = ({ offer: { prices, inStock: has } }: IndexedProduct) =>
    (has || !inStock) && prices.some((price) => price >= minPriceCents && price <= maxPriceCents);
  const inAnyCategory = byOffer ? hits.filter(({ product }) => isOffered(product)) : hits;
  const matching =
    id === null ? inAnyCategory : inAnyCategory.filter(({ product }) => product.categoryIds.includes(id));
  return { matching, inAnyCategory };
}
