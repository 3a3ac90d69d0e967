/** What one query may cost: beyond it, typos are no longer looked for. */
export const MAX_LOOKUPS = 20_000;

/** Counts what a query has looked up in the index, so that none holds up the others. */
export class Lookups {
  #made = 0;

  get made(): number {
    return this.#made;
  }

  /** Counts one more; false once there have been too many. */
  mayLook(): boolean {
    return ++this.#made <= MAX_LOOKUPS;
  }
}
