import { LRUCache } from 'lru-cache';

const MAX_ENTRIES = 1000;
/** The library has no "do not store"; a cheap value expires at once. */
const NEXT_MILLISECOND = 1;

interface FetchContext<T> {
  fetch: () => Promise<T>;
  isCostly: (value: T) => boolean;
}

/** Keeps values that are costly to compute for a moment; concurrent requests for one key share one computation. */
export class TtlCache<T extends {}> {
  readonly #cache: LRUCache<string, T, FetchContext<T>>;
  /** Part of every key, so that a value still being computed when the cache is cleared is never read again. */
  #generation = 0;

  /** @param ttlMs how long a costly value is kept, in milliseconds. */
  constructor(ttlMs: number) {
    this.#cache = new LRUCache({
      max: MAX_ENTRIES,
      ttl: ttlMs,
      // Clearing the cache must not reject pending requests.
      ignoreFetchAbort: true,
      async fetchMethod(_key, _stale, { context: { fetch, isCostly }, options }) {
        const value = await fetch();
        if (!isCostly(value)) options.ttl = NEXT_MILLISECOND;
        return value;
      },
    });
  }

  /** The value kept under `key`, or a new one, which is kept if it was costly. @throws what `fetch` throws. */
  get(key: string, fetch: () => Promise<T>, isCostly: (value: T) => boolean): Promise<T> {
    return this.#cache.forceFetch(`${this.#generation} ${key}`, { context: { fetch, isCostly } });
  }

  clear(): void {
    this.#generation += 1;
    this.#cache.clear();
  }
}
