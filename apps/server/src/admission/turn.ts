/** How long the requests of one turn may take together, in milliseconds. */
const SLICE_MS = 10;

/**
 * A turn of the event loop. What SQLite answers takes no other turn, so that a whole crowd of requests could be answered
 * in one: nobody would notice how many wait, and whoever is to be refused would hear it last.
 */
export class Turn {
  #startedAt: number | null = null;

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
