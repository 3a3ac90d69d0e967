import type { Logger } from '../../shared/logger.ts';

/** How long nobody asks after a failure, in milliseconds. */
const PAUSE_MS = 3000;

/**
 * Spares everyone the wait for something that does not answer: after a failure, all are refused at once for a while, and then
 * one of them tries.
 */
export class Breaker {
  #failed = false;
  #resumesAt = 0;

  constructor(
    /** What it is, for the log. */
    private readonly what: string,
    private readonly log: Logger,
  ) {}

  /** Whether nobody is to ask now. Whoever is told otherwise has to report what becomes of it. */
  isOpen(): boolean {
    if (!this.#failed) return false;
    if (Date.now() < this.#resumesAt) return true;
    // The others wait for what becomes of this one.
    this.#resumesAt = Date.now() + PAUSE_MS;
    return false;
  }

  succeeded(): void {
    if (this.#failed) this.log.info({}, `${this.what} can be reached again`);
    this.#failed = false;
  }

  failed(err: unknown): void {
    if (!this.#failed) this.log.warn({ err }, `${this.what} cannot be reached`);
    this.#failed = true;
    this.#resumesAt = Date.now() + PAUSE_MS;
  }
}
