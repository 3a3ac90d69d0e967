import type { LocalFile } from '@lantern/db/local-file';
import { type ChosenOptions, isChosen } from '../options/chosen.ts';
import { type AssortmentCount, type Facets, facetsOf } from '../options/facets.ts';
import { hasChosen } from '../options/stored.ts';
import { hasPriceBounds, type ModelQuery, priceRange } from './lists.ts';

/** The filters of a list. */
export type FacetFilters = Pick<ModelQuery, 'categoryId' | 'minPriceCents' | 'maxPriceCents' | 'inStock' | 'options'>;

/** What a list can be narrowed down by, the same as from the database. */
export function readFacets(file: LocalFile, filters: FacetFilters): Facets {
  const { options: chosen = {} } = filters;
  return {
    options: facetsOf(groupsOf(file, filters), chosen),
    minPriceCents: endOf(file, filters, 'ASC', chosen),
    maxPriceCents: endOf(file, filters, 'DESC', chosen),
  };
}

/** Without a price, the totals that are kept; else each product that has one in the range. */
function groupsOf(file: LocalFile, filters: FacetFilters): AssortmentCount[] {
  const { categoryId, inStock } = filters;
  const range = priceRange(filters);
  const counted = hasPriceBounds(filters)
    ? `SELECT s.assortmentId, COUNT(*) AS count FROM by_price s WHERE ${range.sql} GROUP BY 1`
    : `SELECT assortmentId, ${inStock ? 'inStock' : 'total'} AS count FROM assortment_totals WHERE categoryId = ?`;
  const rows = file.all<{ options: string; count: number }>(
    `SELECT a.options, n.count FROM (${counted}) n CROSS JOIN assortments a ON a.id = n.assortmentId WHERE n.count > 0`,
    ...(hasPriceBounds(filters) ? range.values : [categoryId]),
  );
  return rows.map(({ options, count }) => ({ assortment: JSON.parse(options), count }));
}

/** The first price from one end, among the products that match all filters but that of the price. */
function endOf(
  file: LocalFile,
  filters: FacetFilters,
  direction: 'ASC' | 'DESC',
  chosen: ChosenOptions,
): number | null {
  const { categoryId, inStock } = filters;
  const wanted = isChosen(chosen) ? hasChosen(file, 's.assortmentId', chosen) : null;
  const row = file.get<{ priceCents: number }>(
    `SELECT s.priceCents FROM by_price s WHERE s.categoryId = ?${inStock ? ' AND s.inStock = 1' : ''}
      ${wanted ? `AND ${wanted.sql}` : ''} ORDER BY s.priceCents ${direction} LIMIT 1`,
    ...[categoryId, ...(wanted ? [wanted.value] : [])],
  );
  return row?.priceCents ?? null;
}
