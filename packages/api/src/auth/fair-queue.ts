import { tooMany } from './attempts.ts';

interface Waiting {
  attempts: number;
  proceed: () => void;
  refuse: (error: Error) => void;
}

/** In all lines of a queue: whoever waits takes the place of a request, and guessers at many addresses must not take them all. */
export const MAX_WAITING_IN_ALL = 32;

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
   * @throws {ShopError} TOO_MANY_REQUESTS if too many wait who have made no more; the wait is how long the queue takes. If too many
   * wait in all, the last one of the longest line is refused.
   */
  wait(key: string, attempts: number): Promise<void> {
    const line = this.#lines.get(key) ?? this.#open(key);
    return new Promise((proceed, refuse) => {
      const place = line.findLastIndex((other) => other.attempts <= attempts) + 1;
      line.splice(place, 0, { attempts, proceed, refuse });
      const lines = [...this.#lines.values()];
      const waiting = lines.reduce((sum, { length }) => sum + length, 0);
      if (line.length > this.maxWaiting) this.#refuseLast(line);
      else if (waiting > MAX_WAITING_IN_ALL) this.#refuseLast(lines.reduce(longer));
    });
  }

  #refuseLast(line: Waiting[]): void {
    line.pop()?.refuse(tooMany((this.maxWaiting * this.intervalMs) / 1000));
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

/** The longer line; of equals, the one whose last has made more attempts. */
function longer(one: Waiting[], other: Waiting[]): Waiting[] {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return (one.at(-1)?.attempts ?? 0) >= (other.at(-1)?.attempts ?? 0) ? one : other;
}
