/** How long the requests of one turn may take together, in milliseconds. */
const SLICE_MS = 10;
/** How long after one who connected the next is expected, in milliseconds. */
const CLOSE_BEHIND_MS = 3;
/** How long work waits for those who connect, in milliseconds: however many they are, something is done. */
const YIELD_MS = 10;

/**
 * A turn of the event loop. What SQLite answers takes no other turn, so that a whole crowd of requests could be answered
 * in one: nobody would notice how many wait, and whoever is to be refused would hear it last.
 *
 * Node accepts one connection in each turn. While others are waiting for theirs, turns without work are the quickest way
 * to hear them.
 */
export class Turn {
  #startedAt: number | null = null;
  #connectedAt = -Infinity;
  #workedAt = -Infinity;

  /** Somebody has connected. */
  connected(): void {
    this.#connectedAt = performance.now();
  }

  /** Work that had waited has begun. */
  worked(): void {
    this.#workedAt = performance.now();
  }

  /** Whether others are probably waiting to connect, and work has not waited for them long enough. */
  get isForArrivals(): boolean {
    const now = performance.now();
    return now - this.#connectedAt < CLOSE_BEHIND_MS && now - this.#workedAt < YIELD_MS;
  }

  /** Whether this turn has lasted long enough: what comes now must wait for another. */
  get isSpent(): boolean {
    if (this.#startedAt !== null) return performance.now() - this.#startedAt > SLICE_MS;
    this.#startedAt = performance.now();
    setImmediate(() => {
      this.#startedAt = null;
    });
    return false;
  }
}
