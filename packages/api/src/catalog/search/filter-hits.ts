import { categoryAt } from '../former-slugs.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Indexed } from './inventory.ts';
import type { Hit } from './match.ts';
import type { SearchServices } from './search-index.ts';

export interface FilteredHits {
  /** Those that pass all filters. */
  fitting: Hit[];
  /** Those that pass all but the category's: how many there are in others. */
  besidesCategory: Hit[];
}

/**
 * Those that pass the filters, however many were found; the same ones that a list with these filters has.
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
  const isOffered = ({ offer: { prices, inStock: has } }: Indexed) =>
    (has || !inStock) && prices.some((price) => price >= minPriceCents && price <= maxPriceCents);
  const besidesCategory = byOffer ? hits.filter(({ product }) => isOffered(product)) : hits;
  const fitting =
    id === null ? besidesCategory : besidesCategory.filter(({ product }) => product.categoryIds.includes(id));
  return { fitting, besidesCategory };
}
