import { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';
import type { ProductCard } from '../cards/cards.ts';
import {
  type FacetRequest,
  type FoundProduct,
  SearchEngine,
  type SearchRequest,
  type SearchResult,
} from '../engine/engine.ts';
import type { SearchEntry } from '../full-text/entries.ts';
import type { Facets } from '../options/facets.ts';
import type { CardText, Rendered } from '../rendered.ts';
import type { StockOfProduct } from '../source.ts';
import { type FacetFilters, readFacets } from './facets.ts';
import { isCheap, type ModelPage, type ModelQuery, readPage } from './lists.ts';
import { readCards, readCardTexts, readCategoryTotals, readProduct, readRelated, readSuggestions } from './reads.ts';
import type { RenderedProduct } from './render.ts';
import { type Restocked, restockProducts } from './restock.ts';
import { createTables, fillLists, MODEL_VERSION } from './tables.ts';
import { appendProducts, type ModelChange, replaceProducts } from './writer.ts';

/** The engine merges what it is given at once, so that few large portions are indexed faster than many small ones. */
const ENTRIES_AT_ONCE = 2000;

/** Up to where the model has followed the database. */
export interface ModelPosition {
  /** Tells the stores apart of which a file may be. */
  store: string;
  /** The newest entry of the activity log that it includes, and when that was written. */
  seq: number;
  at: string;
  /** All order events up to here are included. */
  orderEventId: number;
}

/**
 * The catalogue as shoppers see it, in a local file. Synchronous, with plain values in and out, so that it works the
 * same on another thread; a second connection to the file may read meanwhile.
 */
export class ModelStore {
  #file: LocalFile;
  /** The search engine has a file of its own, so that its tables and its memory are its own, too. */
  #searchFile: LocalFile;
  #engine: SearchEngine;
  /** Of a build, not in the engine yet. */
  #entries: SearchEntry[] = [];

  /** Opens the files, and makes new ones if they do not exist or are damaged. */
  constructor(private readonly path: string) {
    this.#file = LocalFile.openOrReplace(path);
    this.#searchFile = LocalFile.openOrReplace(searchPath(path));
    this.#engine = new SearchEngine(this.#searchFile);
  }

  /** How far a model that is already in the file has got; null if it has to be built. */
  position(): ModelPosition | null {
    try {
      const row = this.#file.get<{ value: string }>('SELECT value FROM position WHERE version = ?', MODEL_VERSION);
      return row ? JSON.parse(row.value) : null;
    } catch {
      // An empty file, one of an older version, or one that is damaged.
      return null;
    }
  }

  /** Records the position, together with the changes that led there. */
  setPosition(position: ModelPosition): void {
    this.#file.run('INSERT OR REPLACE INTO position VALUES (1, ?, ?)', MODEL_VERSION, JSON.stringify(position));
  }

  /** Begins a new model in a new file, for `append` and then `finish`. No other connection may be open. */
  begin(): void {
    this.close();
    for (const path of [this.path, searchPath(this.path)]) LocalFile.remove(path);
    this.#file = LocalFile.open(this.path);
    this.#searchFile = LocalFile.open(searchPath(this.path));
    this.#engine = new SearchEngine(this.#searchFile);
    for (const file of [this.#file, this.#searchFile]) file.beginBuild();
    createTables(this.#file);
    this.#engine.createTables();
  }

  append(products: RenderedProduct[]): void {
    appendProducts(this.#file, products);
    this.#entries.push(...products.map(({ entry }) => entry));
    if (this.#entries.length >= ENTRIES_AT_ONCE) this.#indexEntries();
  }

  #indexEntries(): void {
    this.#engine.put(this.#entries);
    this.#entries = [];
  }

  finish(position: ModelPosition): void {
    fillLists(this.#file);
    this.#indexEntries();
    this.#engine.optimize();
    for (const file of [this.#searchFile, this.#file]) file.endBuild();
    this.setPosition(position);
  }

  setSynonyms(groups: string[][]): void {
    this.#engine.setSynonyms(groups);
  }

  /** Replaces the products with these ids by those given, and removes the others. */
  replace(ids: number[], products: RenderedProduct[]): ModelChange {
    const change = replaceProducts(this.#file, ids, products);
    const found = new Set(change.found);
    const entries = products.flatMap(({ id, entry }) => (found.has(id) ? entry : []));
    for (const { id } of entries) found.delete(id);
    this.#engine.remove([...found]);
    this.#engine.put(entries);
    const offered = new Set(change.offered);
    this.#engine.putOffers(products.flatMap(({ id, entry }) => (offered.has(id) ? [[id, entry.offer] as const] : [])));
    return change;
  }

  /** Shows what is left of products of which only stock has moved. */
  restock(stocks: StockOfProduct[]): Restocked {
    return restockProducts(this.#file, stocks);
  }

  /** @throws {ShopError} BAD_REQUEST for a cursor of another sort order. */
  search(request: SearchRequest): SearchResult {
    return this.#engine.search(request);
  }

  /** What the products that are found can be narrowed down by. */
  searchFacets(request: FacetRequest): Facets {
    return this.#engine.facets(request);
  }

  /** `Suggestion`s of what is found. @throws {ShopError} as `search` does. */
  suggest(request: SearchRequest, language: Translation): Rendered {
    return readSuggestions(this.#file, this.#engine.search(request).products, language);
  }

  /** Replaces whatever has an id above `after`, up to `through`, by the products given. */
  replaceRange(after: number, through: number, products: RenderedProduct[]): ModelChange {
    const known = this.#file.all<{ id: number }>('SELECT id FROM products WHERE id > ? AND id <= ?', after, through);
    return this.replace([...new Set([...known, ...products].map(({ id }) => id))], products);
  }

  isCheap(query: ModelQuery): boolean {
    return isCheap(this.#file, query);
  }

  page(query: ModelQuery): ModelPage {
    return readPage(this.#file, query);
  }

  facets(filters: FacetFilters): Facets {
    return readFacets(this.#file, filters);
  }

  product(slug: string, language: Translation): Rendered | undefined {
    return readProduct(this.#file, slug, language);
  }

  related(slug: string): number[] | undefined {
    return readRelated(this.#file, slug);
  }

  cards(products: FoundProduct[], language: Translation): ProductCard[] {
    return readCards(this.#file, products, language);
  }

  cardTexts(ids: number[], language: Translation): CardText[] {
    return readCardTexts(this.#file, ids, language);
  }

  categoryTotals(): Map<number, number> {
    return readCategoryTotals(this.#file);
  }

  close(): void {
    this.#file.close();
    this.#searchFile.close();
  }
}

const searchPath = (path: string) => path.replace(/\.db$/, '-search.db');
