import { LRUCache } from 'lru-cache';

const KEPT_MS = 60_000;
const MAX_ENTRIES = 500;

/**
 * Runs work under a key once: a second call with that key gets the result of the first, also while that is still
 * running. Kept in this process for as long as a user may press "Try again", and no longer.
 */
export class DoneOnce<Result> {
  readonly #results: LRUCache<string, Promise<Result>>;

  /** @param isFinal whether a result may be returned again; after an internal error, running again is worthwhile. */
  constructor(
    private readonly isFinal: (result: Result) => boolean,
    perf: { now(): number } = performance,
  ) {
    this.#results = new LRUCache({ max: MAX_ENTRIES, ttl: KEPT_MS, ttlResolution: 0, perf });
  }

  async do(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = work();
    this.#results.set(key, result);
    const keep = await result.then(this.isFinal, () => false);
    if (!keep && this.#results.get(key) === result) this.#results.delete(key);
    return result;
  }
}
