import MiniSearch, { type SearchResult } from 'minisearch';
import { allEntries, entriesOf, productsOnShelf, type SearchEntry } from './search-entries.ts';
import { anyWord, asTyped, forgiving } from './search-query.ts';
import { singularTerm } from './search-terms.ts';

/** A product that fits, and how well. */
export interface Hit {
  id: number;
  score: number;
}

/**
 * The catalogue's full-text index, in this process's memory: the same words rank the same whatever
 * the database. See docs/decisions/003-search.md.
 */
export class SearchIndex {
  #index = emptyIndex();
  #loaded: Promise<void> | null = null;
  #refreshed: Promise<void> = Promise.resolve();

  /** Reads the whole catalogue once; every search waits for it. After a failure the next one tries again. */
  load(): Promise<void> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  async #load(): Promise<void> {
    const index = emptyIndex();
    for await (const entries of allEntries()) await index.addAllAsync(entries, { chunkSize: 200 });
    this.#index = index;
  }

  /**
   * Reads these products anew: to be called, in every process, once a change of them is committed.
   * What is no longer on sale goes. While the index is loading it waits, since the loading may have
   * read what was there before the change.
   */
  refresh(productIds: number[]): Promise<void> {
    // Nobody has searched yet: whoever does first reads it all.
    if (!this.#loaded) return Promise.resolve();
    // One after the other, so that what was read last is what stays.
    const refreshed = this.#refreshed.then(() => this.#refresh(productIds));
    this.#refreshed = refreshed.catch(() => undefined);
    return refreshed;
  }

  /** The same for all products on a category's shelf and below it: they are found by its name, too. */
  async refreshShelf(categoryId: number): Promise<void> {
    for await (const productIds of productsOnShelf(categoryId)) await this.refresh(productIds);
  }

  async #refresh(productIds: number[]): Promise<void> {
    await this.load();
    const entries = await entriesOf(productIds);
    for (const id of productIds) if (this.#index.has(id)) this.#index.discard(id);
    this.#index.addAll(entries);
  }

  /**
   * What fits `query`, best first. Words match whole, by their beginning, or with a slip of the
   * fingers; slips are only forgiven where the words as typed name no product and no category, so
   * that "lamp" never brings a stamp.
   */
  async find(query: string): Promise<Hit[]> {
    await this.load();
    const exact = this.#index.search(query, asTyped);
    if (exact.some(namesIt)) return ranked(exact);
    for (const forgive of forgiving) {
      const close = this.#index.search(forgive(query));
      if (close.length > 0) return ranked(close);
    }
    return [];
  }

  /** What comes near when nothing fits: any of the words will do. */
  async near(query: string): Promise<Hit[]> {
    await this.load();
    return ranked(this.#index.search(query, anyWord));
  }
}

function emptyIndex(): MiniSearch<SearchEntry> {
  return new MiniSearch<SearchEntry>({ fields: ['name', 'categories', 'description'], processTerm: singularTerm });
}

/** True where every word was found in the product's name or categories, not just in its description. */
function namesIt({ match, terms }: SearchResult): boolean {
  return terms.every((term) => match[term]?.some((field) => field !== 'description'));
}

/** Equal scores in the order of ids: one order for all processes and databases. */
function ranked(results: SearchResult[]): Hit[] {
  return results.map(({ id, score }) => ({ id: Number(id), score })).sort((a, b) => b.score - a.score || a.id - b.id);
}
