import { parsePriceWords } from '@lantern/text/price-words';
import type { ProductCard } from '../cards/cards.ts';
import type { SearchRequest, SearchResult } from '../engine/engine.ts';
import type { ParsedPrice } from '../engine/priced.ts';
import { facetSources, labelled } from '../in-terms.ts';
import type { CatalogPage } from '../list.ts';
import { isChosen } from '../options/chosen.ts';
import type { Facets } from '../options/facets.ts';
import type { CatalogFilters } from '../schema.ts';
import type { WordCorrection } from '../words/plan.ts';
import type { ProductSearch } from './search-index.ts';
import type { SearchSource } from './source.ts';

const MAX_ALTERNATIVES = 8;

/** What a search needs. */
export interface SearchServices {
  search: ProductSearch;
  source: SearchSource;
}

interface SearchQuery extends CatalogFilters {
  q: string;
  literal?: boolean;
  cursor?: string | null;
  limit: number;
}

/** A category and the number of hits in it and its descendants. */
export interface CategoryCount {
  slug: string;
  name: string;
  count: number;
}

export interface SearchPage extends CatalogPage {
  /** False if there are more hits than are counted: then `total` is the least number. */
  totalIsExact: boolean;
  /** Similar products, only if nothing matches. */
  alternatives: ProductCard[];
  /** True if the alternatives match some of the words, and nothing matches all. */
  someWords: boolean;
  /** The corrected query if it had unknown words, else null. */
  correctedTo: string | null;
  /** Each unknown word with its replacements, most likely first. */
  corrections: WordCorrection[];
  /** Top-level categories with the number of hits for words, price and stock, in the order of the tree. */
  categories: CategoryCount[];
  /** False if these are the least numbers. */
  countsAreExact: boolean;
  /** If the query is a product's full SKU: its slug. */
  skuOf: string | null;
  /** A price range read from the words, applied with the filters; `literal` searches for the words instead. */
  price: ParsedPrice | null;
}

/**
 * The products that match the words and the filters, best match first by default.
 * @throws {ShopError} NOT_FOUND for an unknown category, BAD_REQUEST for a cursor of another sort order.
 */
export async function searchProducts(services: SearchServices, input: SearchQuery): Promise<SearchPage> {
  const { category, q, ...query } = input;
  const categoryId = category === undefined ? null : await services.source.categoryId(category);
  const { language } = services.source;
  const request = { ...query, q, language, categoryId };
  const found = await find(services, { ...request, count: 'categories', alternatives: MAX_ALTERNATIVES });
  const [items, categories] = await Promise.all([
    services.source.cards(found.products),
    topCategories(services, found.countByCategory),
  ]);
  const { nextCursor, total, totalIsExact, countsAreExact, someWords, correctedTo, corrections, price } = found;
  return {
    items,
    nextCursor,
    total,
    totalIsExact,
    alternatives: total > 0 ? [] : await suggestAlternatives(services, found),
    someWords,
    correctedTo,
    corrections,
    categories,
    countsAreExact,
    skuOf: found.isSku && total === 1 ? (items[0]?.slug ?? null) : null,
    price,
  };
}

/**
 * What the products that match the words can be narrowed down by.
 * @throws {ShopError} NOT_FOUND for an unknown category.
 */
export async function searchFacets(
  { search, source }: SearchServices,
  input: Omit<SearchQuery, 'limit'>,
): Promise<Facets> {
  const { category, ...query } = input;
  const categoryId = category === undefined ? null : await source.categoryId(category);
  await search.refreshOffers();
  const facets = await search.facets({ ...query, categoryId });
  return labelled(facets, await source.terms(facetSources(facets)));
}

/** Prices and stock are only read again for a search that depends on them. */
export async function find({ search }: Pick<SearchServices, 'search'>, request: SearchRequest): Promise<SearchResult> {
  if (dependsOnOffers(request)) await search.refreshOffers();
  return search.find(request);
}

/** Whether prices or stock decide what a search finds, and in which order. */
export function dependsOnOffers(query: CatalogFilters & Pick<SearchQuery, 'q' | 'literal'>): boolean {
  const { q, literal, minPriceCents, maxPriceCents, inStock, options, sort } = query;
  const isPriced = sort === 'price_asc' || sort === 'price_desc' || (!literal && parsePriceWords(q) !== null);
  return (
    isPriced || isChosen(options) || minPriceCents !== undefined || maxPriceCents !== undefined || inStock === true
  );
}

async function topCategories({ source }: SearchServices, counts: Map<number, number>): Promise<CategoryCount[]> {
  if (counts.size === 0) return [];
  const tops = (await source.categories()).filter(({ parentId }) => parentId === null);
  return tops.flatMap(({ id, slug, name }) => {
    const count = counts.get(id);
    return count ? [{ slug, name, count }] : [];
  });
}

function suggestAlternatives({ source }: SearchServices, { alternatives }: SearchResult): Promise<ProductCard[]> {
  if (alternatives.length === 0) return source.newest(MAX_ALTERNATIVES);
  return source.cards(alternatives.map((id) => ({ id, listedPriceCents: null })));
}
