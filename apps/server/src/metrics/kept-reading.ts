import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A reading of the database for whoever asks, at most one at a time and one in a while. Whoever asks waits only briefly:
 * a database that hangs must not keep the rest from being told.
 */
export class KeptReading<T extends object> {
  #kept: { value: T; at: number } | null = null;
  #reading: Promise<T> | null = null;

  /** @param everyMs how old a reading may be; @param patienceMs how long somebody waits for one. */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly everyMs = 5000,
    private readonly patienceMs = 500,
  ) {}

  /** The latest reading; null if there is none that is new enough, and none can be had now. */
  async get(): Promise<T | null> {
    if (this.#kept && performance.now() - this.#kept.at < this.everyMs) return this.#kept.value;
    this.#reading ??= this.#readOnce();
    const known = this.#reading.catch(() => null);
    return Promise.race([known, sleep(this.patienceMs, null, { ref: false })]);
  }

  async #readOnce(): Promise<T> {
    try {
      const value = await this.read();
      this.#kept = { value, at: performance.now() };
      return value;
    } finally {
      this.#reading = null;
    }
  }
}
