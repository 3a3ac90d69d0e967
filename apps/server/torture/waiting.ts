/** How long something may be pending after the provider's answer is known. */
export const BOUND_MS = 10_000;

/** How long each of many things is pending. */
export class Waiting {
  readonly #waitedMs = new Map<string, number>();
  /** How many things were ever seen pending. */
  seen = 0;
  longestMs = 0;
  /** Those that were pending for longer than they may. */
  readonly late = new Set<string>();

  /** These are pending now, and `countedMs` count since the last look. Returns those that are late from now on. */
  look(pending: readonly string[], countedMs: number): string[] {
    const now = new Set(pending);
    const late: string[] = [];
    for (const name of this.#waitedMs.keys()) if (!now.has(name)) this.#waitedMs.delete(name);
    for (const name of now) {
      const before = this.#waitedMs.get(name);
      if (before === undefined) this.seen++;
      const waitedMs = (before ?? 0) + countedMs;
      this.#waitedMs.set(name, waitedMs);
      this.longestMs = Math.max(this.longestMs, waitedMs);
      if (waitedMs <= BOUND_MS || this.late.has(name)) continue;
      this.late.add(name);
      late.push(name);
    }
    return late;
  }
}
