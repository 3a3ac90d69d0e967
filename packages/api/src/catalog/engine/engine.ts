import type { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';
import type { Offer, SearchEntry } from '../full-text/entries.ts';
import { idOf } from '../full-text/rank.ts';
import { insertEntries, removeEntries, replaceOffer } from '../full-text/store.ts';
import { TABLES } from '../full-text/tables.ts';
import { type ChosenOptions, isChosen } from '../options/chosen.ts';
import { type Facets, facetsOf } from '../options/facets.ts';
import { hasChosen } from '../options/stored.ts';
import type { CatalogFilters } from '../schema.ts';
import type { Plan, WordCorrection } from '../words/plan.ts';
import { replaceSynonyms } from '../words/synonyms.ts';
import { Hits } from './hits.ts';
import { type HitFilters, NO_FILTERS } from './matching.ts';
import { pageOf } from './page.ts';
import { partialTiers } from './partial.ts';
import { type ParsedPrice, pricedPlanOf, withParsedPrice } from './priced.ts';
import { type Tiers, tiersOf } from './tiers.ts';

/** A query, its filters and the page of it. */
export interface SearchRequest {
  q: string;
  /** True: the last word may be incomplete. */
  typing?: boolean;
  /** True: do not read prices from the words. */
  literal?: boolean;
  categoryId?: number | null;
  minPriceCents?: number;
  maxPriceCents?: number;
  inStock?: boolean;
  options?: ChosenOptions;
  sort?: CatalogFilters['sort'];
  /** By whose names a search sorted by name is sorted; the store's first language by default. */
  language?: Translation;
  cursor?: string | null;
  limit: number;
  /** What to count: the hits, and also the hits by category; nothing by default. */
  count?: 'hits' | 'categories';
  /** How many other products to find if there are no hits; none by default. */
  alternatives?: number;
}

/** A query and its filters, for what it can be narrowed down by. */
export type FacetRequest = Pick<
  SearchRequest,
  'q' | 'literal' | 'categoryId' | 'minPriceCents' | 'maxPriceCents' | 'inStock' | 'options'
>;

/** A product that was found. */
export interface FoundProduct {
  id: number;
  /** Its lowest price from the minimum on, in cents; null if there is no minimum. */
  listedPriceCents: number | null;
}

/** How many products match on all pages; if a number is not exact, at least so many. */
interface Counts {
  total: number;
  totalIsExact: boolean;
  /** For the words, price and stock, by category id. */
  countByCategory: Map<number, number>;
  countsAreExact: boolean;
}

/** The answer to a query, in plain values. */
export interface SearchResult extends Counts {
  /** A page of the products that match all words and filters, in order. */
  products: FoundProduct[];
  nextCursor: string | null;
  /** If nothing matches, and they were asked for: what matches the words without the filters, or most of the words. */
  alternatives: number[];
  /** True if nothing matches all the words, and the alternatives match some of them. */
  someWords: boolean;
  /** Unknown words and their replacements. */
  corrections: WordCorrection[];
  /** The query with these words replaced; null if nothing was replaced. */
  correctedTo: string | null;
  /** True if the query is the SKU of the hits. */
  isSku: boolean;
  /** A price range read from the words, applied with the filters. */
  price: ParsedPrice | null;
  /** How many lookups of words it took. */
  lookups: number;
}

/**
 * The full-text index of the catalogue in an SQLite file. Synchronous, and without access to the database, so it may run
 * in any thread; searching does not write. See docs/decisions/003-search.md.
 */
export class SearchEngine {
  constructor(private readonly file: LocalFile) {}

  createTables(): void {
    this.file.exec(TABLES);
  }

  /** Adds these products, or replaces what is known of them. */
  put(entries: SearchEntry[]): void {
    this.file.transaction(() => {
      removeEntries(
        this.file,
        entries.map(({ id }) => id),
      );
      insertEntries(this.file, entries);
    });
  }

  remove(ids: number[]): void {
    this.file.transaction(() => removeEntries(this.file, ids));
  }

  /** Replaces the prices and stock of products. */
  putOffers(offers: Iterable<readonly [id: number, Offer]>): void {
    this.file.transaction(() => {
      for (const [id, offer] of offers) replaceOffer(this.file, id, offer);
    });
  }

  /** Replaces all synonyms. @param groups of words or phrases: `['sofa', 'couch']`, `['T-shirt', 'tee']`. */
  setSynonyms(groups: string[][]): void {
    this.file.transaction(() => replaceSynonyms(this.file, groups));
  }

  /** Merges the parts of the full-text index, which makes searches faster; call it after a build. */
  optimize(): void {
    this.file.run("INSERT INTO texts (texts) VALUES ('optimize')");
  }

  /**
   * Finds the products that match `q`. Words match exactly, by prefix, joined or split, and by synonym; only an
   * unknown word is corrected for typos.
   * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
   */
  search(request: SearchRequest): SearchResult {
    const { plan, price } = pricedPlanOf(this.file, request);
    const filters = this.#filtersOf(request, price);
    const hits = new Hits(this.file, filters);
    const tiers = tiersOf(plan);
    const counts = this.#counts(request, filters, tiers);
    const { ranks, nextCursor } = pageOf(hits, tiers, {
      ...request,
      minPriceCents: filters.minPriceCents,
      cursor: request.cursor ?? null,
    });
    const isEmpty = ranks.length === 0 && !request.cursor;
    const { corrections, correctedTo, isSku, lookups } = plan;
    return {
      products: ranks.map((rank) => ({ id: idOf(rank), listedPriceCents: hits.listedPriceOf(rank) })),
      nextCursor,
      ...counts,
      ...this.#alternatives(plan, tiers, isEmpty ? (request.alternatives ?? 0) : 0),
      corrections,
      correctedTo,
      isSku,
      price,
      lookups,
    };
  }

  /** What the products that match `q` can be narrowed down by. */
  facets(request: FacetRequest): Facets {
    const { plan, price } = pricedPlanOf(this.file, request);
    const filters = this.#filtersOf(request, price);
    const { all } = tiersOf(plan);
    const otherOptions = new Hits(this.file, { ...filters, wanted: null });
    const otherPrices = new Hits(this.file, { ...filters, minPriceCents: 0, maxPriceCents: Infinity });
    return { options: facetsOf(otherOptions.byAssortment(all), request.options ?? {}), ...otherPrices.prices(all) };
  }

  #alternatives(plan: Plan, tiers: Tiers, limit: number): Pick<SearchResult, 'alternatives' | 'someWords'> {
    if (limit === 0) return { alternatives: [], someWords: false };
    const hits = new Hits(this.file, NO_FILTERS);
    const isFiltered = hits.areFound(tiers.all);
    const query = { minPriceCents: 0, cursor: null, limit };
    const alternatives = pageOf(hits, isFiltered ? tiers : partialTiers(hits, plan), query).ranks.map(idOf);
    return { alternatives, someWords: !isFiltered && alternatives.length > 0 };
  }

  #counts({ count }: SearchRequest, filters: HitFilters, { all }: Tiers): Counts {
    const nothing = { total: 0, totalIsExact: true, countByCategory: new Map<number, number>(), countsAreExact: true };
    if (count === undefined) return nothing;
    const inCategory = new Hits(this.file, filters);
    const counted = (of: { total: number; isExact: boolean }) => ({ total: of.total, totalIsExact: of.isExact });
    if (count === 'hits') return { ...nothing, ...counted(inCategory.count(all)) };
    const { byCategory, ...everywhere } = new Hits(this.file, { ...filters, categoryId: null }).countByCategory(all);
    const chosen = filters.categoryId === null ? everywhere : inCategory.count(all);
    return { ...counted(chosen), countByCategory: byCategory, countsAreExact: everywhere.isExact };
  }

  #filtersOf(request: FacetRequest, price: ParsedPrice | null): HitFilters {
    const { categoryId = null, inStock = false, options } = request;
    const { minPriceCents = 0, maxPriceCents = Infinity } = withParsedPrice(request, price);
    const wanted = isChosen(options) ? hasChosen(this.file, 'offers.assortmentId', options) : null;
    return { categoryId, minPriceCents, maxPriceCents, inStock, wanted };
  }
}
