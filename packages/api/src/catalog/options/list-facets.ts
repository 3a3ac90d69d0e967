import { Product } from '@lantern/db/models/product';
import { forSale, Variant } from '@lantern/db/models/variant';
import { Op, type WhereOptions } from '@lantern/db/query';
import { termsOf } from '../../glossary/terms.ts';
import { groupBy } from '../../shared/group-by.ts';
import type { Translation } from '../../shared/languages.ts';
import type { CatalogCounts } from '../counts.ts';
import { categoryAt } from '../former-slugs.ts';
import { facetSources, labelled } from '../in-terms.ts';
import { MAX_PRICE_CENTS } from '../limits.ts';
import { filtersOf } from '../list.ts';
import type { CatalogFilters } from '../schema.ts';
import { assortmentOf } from './assortment.ts';
import { hasWanted, type Options } from './chosen.ts';
import { type Facets, facetsOf } from './facets.ts';

/** Few enough that turning the rows into objects does not hold up the process for long. */
const BATCH = 300;

interface Offered {
  assortment: Options[];
  /** Of the variants for sale. */
  prices: number[];
}

/**
 * What the list with these filters can be narrowed down by, from the database.
 * @throws {ShopError} NOT_FOUND for an unknown category.
 */
export async function listFacets(
  services: { counts: CatalogCounts },
  filters: CatalogFilters,
  language: Translation,
): Promise<Facets> {
  const { minPriceCents, maxPriceCents, inStock, options } = filters;
  const listed = filters.category === undefined ? null : await categoryAt(filters.category);
  const key = { category: listed?.slug, minPriceCents, maxPriceCents, inStock, options };
  const facets = await services.counts.facets(key, () => tally(filtersOf({ inStock }, listed?.id), filters));
  return labelled(facets, await termsOf(facetSources(facets), language));
}

/** Reads each product once, in batches: other requests are answered in between. */
async function tally(where: WhereOptions<Product>, filters: CatalogFilters): Promise<{ facets: Facets; of: number }> {
  const { minPriceCents = 0, maxPriceCents = MAX_PRICE_CENTS, options: chosen = {} } = filters;
  const groups = new Map<string, { assortment: Options[]; count: number }>();
  let [lowest, highest, of] = [Infinity, 0, 0];
  for await (const { assortment, prices } of offeredBy(where)) {
    of += 1;
    if (prices.some((cents) => cents >= minPriceCents && cents <= maxPriceCents)) {
      const key = JSON.stringify(assortment);
      groups.set(key, { assortment, count: (groups.get(key)?.count ?? 0) + 1 });
    }
    if (!hasWanted(assortment, chosen)) continue;
    lowest = Math.min(lowest, ...prices);
    highest = Math.max(highest, ...prices);
  }
  const isEmpty = lowest === Infinity;
  const facets: Facets = {
    options: facetsOf(groups.values(), chosen),
    minPriceCents: isEmpty ? null : lowest,
    maxPriceCents: isEmpty ? null : highest,
  };
  return { facets, of };
}

async function* offeredBy(where: WhereOptions<Product>): AsyncGenerator<Offered> {
  for (let last = 0; ; ) {
    const products = await Product.findAll({
      where: { [Op.and]: [where, { id: { [Op.gt]: last } }] },
      attributes: ['id', 'priceCents'],
      order: ['id'],
      limit: BATCH,
      raw: true,
    });
    const end = products.at(-1);
    if (!end) return;
    const variants = await Variant.findAll({
      where: { productId: products.map(({ id }) => id) },
      attributes: ['productId', 'options', 'priceCents', 'stock'],
      raw: true,
    });
    const variantsOf = groupBy(variants, ({ productId }) => productId);
    for (const { id, priceCents } of products) {
      const own = variantsOf.get(id) ?? [];
      const prices = forSale(own).map((variant) => variant.priceCents);
      yield { assortment: assortmentOf(own), prices: prices.length > 0 ? prices : [priceCents] };
    }
    last = end.id;
  }
}
