import { setImmediate as nextTurn } from 'node:timers/promises';
import { SECOND_MS } from '../../shared/dates.ts';
import type { CatalogCounts } from '../counts.ts';
import { allEntries, entriesOf, offersOf, productsChangedSince, productsInCategory } from './entries.ts';
import { Inventory } from './inventory.ts';
import { Lookups } from './lookups.ts';
import { type Hit, withAllWords, withMostWords } from './match.ts';
import { type Plan, planOf, type WordCorrection } from './query.ts';
import { synonymGroups } from './synonym-groups.ts';
import { Synonyms } from './synonyms.ts';

/** How many products are indexed before yielding to other work. */
const CHUNK = 200;
/** Covers the time from a change's timestamp to its commit, and clock differences between servers. */
const LATEST_COMMIT_MS = 30 * SECOND_MS;

/** The result of a query. */
export interface Found {
  /** Products that match all words, unordered. */
  hits: Hit[];
  /** If there are none: products that match most of the words. */
  partialHits: Hit[];
  /** Unknown words and their replacements. */
  corrections: WordCorrection[];
  /** The query with these words replaced; null if nothing was replaced. */
  correctedTo: string | null;
  /** True if the query is the SKU of the hits. */
  isSku: boolean;
  /** How many index lookups it took. */
  lookups: number;
}

/** The services that a search needs. */
export interface SearchServices {
  search: SearchIndex;
  counts: CatalogCounts;
}

/**
 * The catalogue's full-text index, in this process's memory, so that ranking does not depend on the database. See
 * docs/decisions/003-search.md.
 */
export class SearchIndex {
  #inventory = new Inventory();
  #synonyms = new Synonyms();
  #loaded: Promise<void> | null = null;
  #refreshed: Promise<void> = Promise.resolve();
  #lastSearch: Promise<unknown> = Promise.resolve();
  #offersSeen = new Map<number, string>();
  #offersAt = 0;

  /** Loads the whole catalogue once; every search waits for it. After a failure the next search retries. */
  load(): Promise<void> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  async #load(): Promise<void> {
    const inventory = new Inventory();
    const startedAt = Date.now();
    for await (const entries of allEntries()) {
      for (const [at, entry] of entries.entries()) {
        inventory.put(entry);
        if (at % CHUNK === 0) await nextTurn();
      }
    }
    this.#synonyms = new Synonyms(await synonymGroups());
    this.#inventory = inventory;
    this.#offersSeen = new Map();
    this.#offersAt = startedAt;
  }

  /**
   * Reloads these products; removes those that are no longer active. Call it in every process after a change to
   * them is committed. Waits while the index is loading, because the load may have read the state before the change.
   */
  refresh(productIds: number[]): Promise<void> {
    return this.#enqueue(async () => {
      const entries = await entriesOf(productIds);
      for (const id of productIds) this.#inventory.remove(id);
      for (const entry of entries) this.#inventory.put(entry);
      if (this.#inventory.isFragmented) await this.#load();
    });
  }

  /** Reloads all products in a category and its descendants, which are also found by its name. */
  async refreshCategory(categoryId: number): Promise<void> {
    for await (const productIds of productsInCategory(categoryId)) await this.refresh(productIds);
  }

  /** Reloads the synonyms. */
  refreshSynonyms(): Promise<void> {
    return this.#enqueue(async () => {
      this.#synonyms = new Synonyms(await synonymGroups());
    });
  }

  /** Runs reloads one after the other, so that the latest read wins. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    // Not loaded yet: the first search loads everything.
    if (!this.#loaded) return Promise.resolve();
    const done = this.#refreshed.then(() => this.load()).then(work);
    this.#refreshed = done.catch(() => undefined);
    return done;
  }

  /**
   * Finds the products that match `query`. Words match exactly, by prefix, joined or split, and by synonym; only
   * an unknown word is corrected for typos. With `typing`, the last word may be incomplete.
   */
  async find(query: string, { typing = false } = {}): Promise<Found> {
    await this.load();
    return this.#serialize(() => {
      const lookups = new Lookups();
      const inventory = this.#inventory;
      const plan = planOf({ inventory, synonyms: this.#synonyms, lookups }, query, typing);
      const bySku = isSku(plan, query) ? inventory.withSku(plan.compact) : [];
      const all = withAllWords(inventory, plan);
      const hits = bySku.length > 0 ? all.filter(({ product }) => bySku.includes(product)) : all;
      const partialHits = hits.length > 0 ? [] : withMostWords(inventory, plan);
      const { corrections } = plan;
      const correctedTo = corrections.length > 0 ? correctedText(plan) : null;
      return { hits, partialHits, corrections, correctedTo, isSku: bySku.length > 0, lookups: lookups.made };
    });
  }

  /**
   * Updates prices and stock. Sales are not in the activity log, but they update the variant's timestamp. Call it
   * before filtering or sorting hits by them.
   */
  async refreshOffers(): Promise<void> {
    await this.load();
    const startedAt = Date.now();
    const since = this.#offersAt - LATEST_COMMIT_MS;
    const changedOffers = await productsChangedSince(new Date(since));
    const changed = [...changedOffers]
      .filter(([id, fingerprint]) => this.#offersSeen.get(id) !== fingerprint)
      .map(([id]) => id);
    if (changed.length > 0) {
      const offers = await offersOf(changed);
      for (const id of changed) {
        const product = this.#inventory.get(id);
        const offer = offers.get(id);
        if (product && offer) product.offer = offer;
      }
    }
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

/** A SKU contains digits or separators; a single plain word is not read as one. */
function isSku({ terms, compact }: Plan, query: string): boolean {
  return !/\s/.test(query.trim()) && (terms.length > 1 || /\d/.test(compact));
}

function correctedText({ terms, corrections }: Plan): string {
  const likeliest = new Map(corrections.map(({ typed, words }) => [typed, words[0]]));
  return terms.map(({ text }) => likeliest.get(text) ?? text).join(' ');
}
