/** The lookup budget of a query; once it is used up, typos are no longer considered. */
export const MAX_LOOKUPS = 20_000;

/** Counts the lookups of words for a query, so that none takes long. */
export class Lookups {
  #made = 0;

  get made(): number {
    return this.#made;
  }

  /** Counts lookups; false, and none of them may be made, if they would exceed the budget. */
  spend(count = 1): boolean {
    if (this.#made + count > MAX_LOOKUPS) return false;
    this.#made += count;
    return true;
  }
}
