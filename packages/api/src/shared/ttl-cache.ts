const MAX_KEPT = 1000;

/** Answers that were costly to get, kept for a moment. */
export class TtlCache<T> {
  readonly #kept = new Map<string, { answer: T; until: number }>();
  /** Counts the times that everything was forgotten. */
  #age = 0;

  constructor(private readonly keepForMs: number) {}

  /** The answer that is kept under `key`, or else a new one, which is kept if it was costly. */
  async get(key: string, ask: () => Promise<T>, isCostly: (answer: T) => boolean): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return kept.answer;
    const age = this.#age;
    const answer = await ask();
    // What was asked for before a change must not outlive it.
    if (age === this.#age && isCostly(answer)) {
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(key, { answer, until: Date.now() + this.keepForMs });
    }
    return answer;
  }

  forget(): void {
    this.#age += 1;
    this.#kept.clear();
  }
}
