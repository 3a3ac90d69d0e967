const REMEMBERED_MS = 60_000;
const MOST = 500;

/**
 * Does what comes under one key once: a second call with it gets the answer of the first, also while that
 * is still being made. For as long as somebody may press "Try again", in this process, and no longer.
 */
export class DoneOnce<Answer> {
  readonly #answers = new Map<string, { answer: Promise<Answer>; since: number }>();

  /** `lasts` tells whether an answer may be given again; a failure of ours is worth another try. */
  constructor(
    private readonly lasts: (answer: Answer) => boolean,
    private readonly now: () => number = Date.now,
  ) {}

  async do(key: string, act: () => Promise<Answer>): Promise<Answer> {
    this.#forgetOld();
    const known = this.#answers.get(key);
    if (known) return known.answer;
    const entry = { answer: act(), since: this.now() };
    this.#answers.set(key, entry);
    const lasts = await entry.answer.then(this.lasts, () => false);
    if (!lasts && this.#answers.get(key) === entry) this.#answers.delete(key);
    return entry.answer;
  }

  #forgetOld(): void {
    const oldest = this.now() - REMEMBERED_MS;
    for (const [key, { since }] of this.#answers) {
      if (since > oldest && this.#answers.size < MOST) break;
      this.#answers.delete(key);
    }
  }
}
