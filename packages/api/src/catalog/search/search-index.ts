import { setImmediate as nextTurn } from 'node:timers/promises';
import { SECOND_MS } from '../../shared/dates.ts';
import type { CatalogCounts } from '../counts.ts';
import { allEntries, entriesOf, offersOf, productsInCategory, touchedSince } from './entries.ts';
import { Inventory } from './inventory.ts';
import { Lookups } from './lookups.ts';
import { type Hit, withAllWords, withMostWords } from './match.ts';
import { type Corrected, type Plan, planOf } from './query.ts';
import { synonymGroups } from './synonym-groups.ts';
import { Synonyms } from './synonyms.ts';

/** Products are put into the index so many at a time; others have their turn in between. */
const CHUNK = 200;
/** A sale that began so long ago may only now be committed; clocks of servers differ by less. */
const LATEST_COMMIT_MS = 30 * SECOND_MS;

/** What a query finds. */
export interface Found {
  /** Products that have all of the words, in no order. */
  hits: Hit[];
  /** Where there are none: those that have most of them. */
  near: Hit[];
  /** Words that nobody sells, and what was looked for instead. */
  corrected: Corrected[];
  /** The query with these words replaced; null where it was taken as typed. */
  correctedTo: string | null;
  /** True where it is the article number of what was found. */
  isSku: boolean;
  /** What it has cost. */
  lookups: number;
}

/** What a search needs. */
export interface SearchServices {
  search: SearchIndex;
  counts: CatalogCounts;
}

/**
 * The catalogue's full-text index, in this process's memory: the same words rank the same whatever
 * the database. See docs/decisions/003-search.md.
 */
export class SearchIndex {
  #inventory = new Inventory();
  #synonyms = new Synonyms();
  #loaded: Promise<void> | null = null;
  #refreshed: Promise<void> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  #offersSeen = new Map<number, string>();
  #offersAt = 0;

  /** Reads the whole catalogue once; every search waits for it. After a failure the next one tries again. */
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
   * Reads these products anew: to be called, in every process, once a change of them is committed.
   * What is no longer on sale goes. While the index is loading it waits, since the loading may have
   * read what was there before the change.
   */
  refresh(productIds: number[]): Promise<void> {
    return this.#afterOthers(async () => {
      const entries = await entriesOf(productIds);
      for (const id of productIds) this.#inventory.remove(id);
      for (const entry of entries) this.#inventory.put(entry);
      if (this.#inventory.isWorn) await this.#load();
    });
  }

  /** The same for all products in a category and below it: they are found by its name, too. */
  async refreshCategory(categoryId: number): Promise<void> {
    for await (const productIds of productsInCategory(categoryId)) await this.refresh(productIds);
  }

  /** The same for the list of synonyms. */
  refreshSynonyms(): Promise<void> {
    return this.#afterOthers(async () => {
      this.#synonyms = new Synonyms(await synonymGroups());
    });
  }

  /** One after the other, so that what was read last is what stays. */
  #afterOthers(work: () => Promise<void>): Promise<void> {
    // Nobody has searched yet: whoever does first reads it all.
    if (!this.#loaded) return Promise.resolve();
    const done = this.#refreshed.then(() => this.load()).then(work);
    this.#refreshed = done.catch(() => undefined);
    return done;
  }

  /**
   * What fits `query`. Words match whole, by their beginning, written as one or as several, and by their
   * synonyms; only a word that nothing is called by at all is taken for one that is a typo away. With
   * `typing`, the last word may not be whole yet.
   */
  async find(query: string, { typing = false } = {}): Promise<Found> {
    await this.load();
    return this.#inTurn(() => {
      const lookups = new Lookups();
      const inventory = this.#inventory;
      const plan = planOf({ inventory, synonyms: this.#synonyms, lookups }, query, typing);
      const ofSku = isSku(plan, query) ? inventory.withSku(plan.compact) : [];
      const all = withAllWords(inventory, plan);
      const hits = ofSku.length > 0 ? all.filter(({ product }) => ofSku.includes(product)) : all;
      const near = hits.length > 0 ? [] : withMostWords(inventory, plan);
      const { corrected } = plan;
      const correctedTo = corrected.length > 0 ? correctedText(plan) : null;
      return { hits, near, corrected, correctedTo, isSku: ofSku.length > 0, lookups: lookups.made };
    });
  }

  /**
   * Brings prices and stock up to date: what is sold is in no log, but it leaves its time on the variant. Call it
   * before hits are sifted or sorted by them.
   */
  async refreshOffers(): Promise<void> {
    await this.load();
    const startedAt = Date.now();
    const since = this.#offersAt - LATEST_COMMIT_MS;
    const touched = await touchedSince(new Date(since));
    const changed = [...touched].filter(([id, mark]) => this.#offersSeen.get(id) !== mark).map(([id]) => id);
    if (changed.length > 0) {
      const offers = await offersOf(changed);
      for (const id of changed) {
        const product = this.#inventory.get(id);
        const offer = offers.get(id);
        if (product && offer) product.offer = offer;
      }
    }
    this.#offersSeen = touched;
    this.#offersAt = startedAt;
  }

  /** Between two searches others have their turn, however many come at once. */
  #inTurn<T>(work: () => T): Promise<T> {
    const turn = this.#turn.then(() => nextTurn()).then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** An article number has digits or joints in it; a word alone is a word. */
function isSku({ wanted, compact }: Plan, query: string): boolean {
  return !/\s/.test(query.trim()) && (wanted.length > 1 || /\d/.test(compact));
}

function correctedText({ wanted, corrected }: Plan): string {
  const likeliest = new Map(corrected.map(({ typed, words }) => [typed, words[0]]));
  return wanted.map(({ text }) => likeliest.get(text) ?? text).join(' ');
}
