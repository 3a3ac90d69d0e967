/** The lookup budget of a query; once it is used up, typos are no longer considered. */
export const MAX_LOOKUPS = 20_000;

/** Counts the index lookups of a query, so that none blocks the process for long. */
export class Lookups {
  #made = 0;

  get made(): number {
    return this.#made;
  }

  /** Counts a lookup; false once the budget is used up. */
  spend(): boolean {
    return ++this.#made <= MAX_LOOKUPS;
  }
}
