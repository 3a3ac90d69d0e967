import { setImmediate as nextTurn } from 'node:timers/promises';
import { LocalFile } from '@lantern/db/local-file';
import { SECOND_MS } from '../../shared/dates.ts';
import { type FacetRequest, SearchEngine, type SearchRequest, type SearchResult } from '../engine/engine.ts';
import {
  allEntries,
  entriesOf,
  offersOf,
  productsChangedSince,
  productsInCategory,
  productsSaying,
} from '../full-text/entries.ts';
import { synonymGroups } from '../full-text/synonym-groups.ts';
import type { Facets } from '../options/facets.ts';

/** How many products are indexed before yielding to other work. */
const CHUNK = 100;
/** An empty path is a temporary file that SQLite removes. */
const TEMPORARY = '';
/** Covers the time from a change's timestamp to its commit, and clock differences between servers. */
const LATEST_COMMIT_MS = 30 * SECOND_MS;

/** Finds products by words. */
export interface ProductSearch {
  /** Resolves when it can search. */
  load(): Promise<void>;
  /**
   * Answers a query, see `SearchEngine.search`.
   * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
   */
  find(request: SearchRequest): Promise<SearchResult>;
  /** What the products that match can be narrowed down by, see `SearchEngine.facets`. */
  facets(request: FacetRequest): Promise<Facets>;
  /** Makes sure that it knows current prices and stock; call it before a search that depends on them. */
  refreshOffers(): Promise<void>;
}

/**
 * The catalogue's search engine of this process, kept in step with the database. See docs/decisions/003-search.md.
 */
export class SearchIndex implements ProductSearch {
  #engine: Promise<SearchEngine> | null = null;
  #refreshed: Promise<void> = Promise.resolve();
  #lastSearch: Promise<unknown> = Promise.resolve();
  #offersSeen = new Map<number, string>();
  #offersAt = 0;

  /** Loads the whole catalogue once; every search waits for it. After a failure the next search retries. */
  async load(): Promise<void> {
    await this.#loaded();
  }

  #loaded(): Promise<SearchEngine> {
    this.#engine ??= this.#load().catch((error: unknown) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  async #load(): Promise<SearchEngine> {
    const engine = new SearchEngine(LocalFile.open(TEMPORARY));
    engine.createTables();
    const startedAt = Date.now();
    for await (const entries of allEntries()) {
      for (let at = 0; at < entries.length; at += CHUNK) {
        engine.put(entries.slice(at, at + CHUNK));
        await nextTurn();
      }
    }
    engine.setSynonyms(await synonymGroups());
    this.#offersSeen = new Map();
    this.#offersAt = startedAt;
    return engine;
  }

  /**
   * Reloads these products; removes those that are no longer active. Call it in every process after a change to
   * them is committed. Waits while the index is loading, because the load may have read the state before the change.
   */
  refresh(productIds: number[]): Promise<void> {
    return this.#enqueue(async (engine) => {
      const entries = await entriesOf(productIds);
      const active = new Set(entries.map(({ id }) => id));
      engine.remove(productIds.filter((id) => !active.has(id)));
      engine.put(entries);
    });
  }

  /** Reloads all products in a category and its descendants, which are also found by its name. */
  async refreshCategory(categoryId: number): Promise<void> {
    for await (const productIds of productsInCategory(categoryId)) await this.#refreshInChunks(productIds);
  }

  async #refreshInChunks(productIds: number[]): Promise<void> {
    for (let at = 0; at < productIds.length; at += CHUNK) await this.refresh(productIds.slice(at, at + CHUNK));
  }

  /** Reloads all products that are found by what the glossary calls this, too. */
  async refreshTerm(source: string): Promise<void> {
    for await (const productIds of productsSaying([source])) await this.#refreshInChunks(productIds);
  }

  /** Reloads the synonyms. */
  refreshSynonyms(): Promise<void> {
    return this.#enqueue(async (engine) => engine.setSynonyms(await synonymGroups()));
  }

  /** Runs reloads one after the other, so that the latest read wins. */
  #enqueue(work: (engine: SearchEngine) => Promise<void>): Promise<void> {
    // Not loaded yet: the first search loads everything.
    if (!this.#engine) return Promise.resolve();
    const done = this.#refreshed.then(() => this.#loaded()).then(work);
    this.#refreshed = done.catch(() => undefined);
    return done;
  }

  async find(request: SearchRequest): Promise<SearchResult> {
    const engine = await this.#loaded();
    return this.#serialize(() => engine.search(request));
  }

  async facets(request: FacetRequest): Promise<Facets> {
    const engine = await this.#loaded();
    return this.#serialize(() => engine.facets(request));
  }

  /**
   * Updates prices and stock. Sales are not in the activity log, but they update the variant's timestamp. Call it
   * before filtering or sorting hits by them.
   */
  async refreshOffers(): Promise<void> {
    const engine = await this.#loaded();
    const startedAt = Date.now();
    const since = this.#offersAt - LATEST_COMMIT_MS;
    const changedOffers = await productsChangedSince(new Date(since));
    const changed = [...changedOffers]
      .filter(([id, fingerprint]) => this.#offersSeen.get(id) !== fingerprint)
      .map(([id]) => id);
    if (changed.length > 0) engine.putOffers(await offersOf(changed));
    this.#offersSeen = changedOffers;
    this.#offersAt = startedAt;
  }

  /** Runs searches one after the other, yielding to other work in between. */
  #serialize<T>(work: () => T): Promise<T> {
    const search = this.#lastSearch.then(() => nextTurn()).then(work);
    this.#lastSearch = search.catch(() => undefined);
    return search;
  }
}
