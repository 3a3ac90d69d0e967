import { tooMany } from './attempts.ts';

interface Waiting {
  attempts: number;
  proceed: () => void;
  refuse: (error: Error) => void;
}

/**
 * Lets those who wait under one key pass at a steady pace: whoever has made the fewest attempts first, so that an owner who
 * comes once does not stand behind guessers who come again and again.
 */
export class FairQueue {
  readonly #lines = new Map<string, Waiting[]>();

  /** One passes every so many milliseconds, and so many may wait. */
  constructor(
    private readonly intervalMs: number,
    private readonly maxWaiting: number,
  ) {}

  /**
   * Returns when it is the turn of who has made so many attempts.
   * @throws {ShopError} TOO_MANY_REQUESTS if too many wait who have made no more; the wait is how long the queue takes.
   */
  wait(key: string, attempts: number): Promise<void> {
    const line = this.#lines.get(key) ?? this.#open(key);
    return new Promise((proceed, refuse) => {
      const place = line.findLastIndex((other) => other.attempts <= attempts) + 1;
      line.splice(place, 0, { attempts, proceed, refuse });
      if (line.length > this.maxWaiting) line.pop()?.refuse(tooMany((this.maxWaiting * this.intervalMs) / 1000));
    });
  }

  /** A line exists only while somebody waits. */
  #open(key: string): Waiting[] {
    const line: Waiting[] = [];
    this.#lines.set(key, line);
    const timer = setInterval(() => {
      line.shift()?.proceed();
      if (line.length > 0) return;
      clearInterval(timer);
      this.#lines.delete(key);
    }, this.intervalMs);
    return line;
  }
}
