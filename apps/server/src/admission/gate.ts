import type { Turn } from './turn.ts';

/** How much of one kind of work a server takes on. */
export interface GateLimits {
  /** How many requests may be in work at a time. */
  atOnce: number;
  /** How many may wait in any case: a crowd that comes at once is soon done. */
  queue: number;
  /** Beyond them: how long the last of those who wait will have waited, in milliseconds, as far as can be foreseen. */
  queueMs: number;
  /** How long a request waits at most, in milliseconds: what was foreseen does not hold for a database that hangs. */
  patienceMs: number;
}

/** A request is refused because the server has more work than it can do. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

interface Waiting {
  isGone(): boolean;
  admit(): void;
  refuse(error: Overloaded): void;
}

/** Ends the work; `hasFailed` if what it needs, such as the database, was not there. */
export type Leave = (end?: { hasFailed: boolean }) => void;

/** Until it is measured, in milliseconds. */
const EXPECTED_PACE_MS = 10;
/** What fails after so long, in milliseconds, has waited for something that does not answer. */
const SILENCE_MS = 2000;
/** The weight of the latest measurement. */
const SMOOTHING = 0.1;

/**
 * Bounds the work under way and, before it, a queue as long as what can be done within `queueMs`, measured by how fast
 * work is finished. Whoever does not fit in is refused at once rather than after waiting in vain, and
 * the longer the server takes, the sooner.
 */
export class Gate {
  #working = 0;
  readonly #waiting = new Set<Waiting>();
  #isNextDue = false;
  /** The mean time from one finished request to the next while there is enough to do, in milliseconds. */
  #paceMs = EXPECTED_PACE_MS;
  #lastLeft = 0;

  constructor(
    private readonly limits: GateLimits,
    private readonly turn: Turn,
  ) {}

  /** How many requests are in work. */
  get working(): number {
    return this.#working;
  }

  /** How many wait for a place. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether the next request would be refused. */
  get isFull(): boolean {
    const { queue, queueMs } = this.limits;
    return this.#waiting.size >= Math.max(queue, queueMs / this.#paceMs);
  }

  /**
   * Waits for a place; call the returned function once the work is done. Who `isGone` meanwhile is passed over.
   * @throws {Overloaded}
   */
  async enter(isGone: () => boolean): Promise<Leave> {
    if (this.isFull) throw new Overloaded('Too many requests are waiting.');
    if (this.#hasPlace && this.#waiting.size === 0 && !this.turn.isSpent) this.#working += 1;
    else await this.#wait(isGone);
    const enteredAt = performance.now();
    let isInside = true;
    return ({ hasFailed } = { hasFailed: false }) => {
      if (!isInside) return;
      isInside = false;
      // Whoever has waited for this place would wait as long again for the same.
      if (hasFailed && performance.now() - enteredAt > SILENCE_MS) this.#refuseWaiting();
      this.#leave(enteredAt);
    };
  }

  get #hasPlace(): boolean {
    return this.#working < this.limits.atOnce;
  }

  #wait(isGone: () => boolean): Promise<void> {
    if (this.#waiting.size === 0) this.#lastLeft = performance.now();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        isGone,
        admit() {
          clearTimeout(timer);
          resolve();
        },
        refuse(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting);
        waiting.refuse(new Overloaded('No place became free in time.'));
      }, this.limits.patienceMs);
      this.#waiting.add(waiting);
      this.#admitSoon();
    });
  }

  #refuseWaiting(): void {
    for (const waiting of this.#waiting) waiting.refuse(new Overloaded('What it needs does not answer.'));
    this.#waiting.clear();
  }

  #leave(enteredAt: number): void {
    const now = performance.now();
    // Without anybody who waits, what it would be is estimated: requests in work at the same time share the time they take.
    const pace = this.#waiting.size > 0 ? now - this.#lastLeft : (now - enteredAt) / this.#working;
    this.#paceMs += (pace - this.#paceMs) * SMOOTHING;
    this.#lastLeft = now;
    this.#working -= 1;
    this.#admitSoon();
  }

  /** One in each turn of the event loop, so that what arrives meanwhile is heard before the next begins. */
  #admitSoon(): void {
    if (this.#isNextDue || !this.#hasPlace || this.#waiting.size === 0) return;
    this.#isNextDue = true;
    setImmediate(() => {
      this.#isNextDue = false;
      this.#admitNext();
      this.#admitSoon();
    });
  }

  #admitNext(): void {
    for (const waiting of this.#waiting) {
      this.#waiting.delete(waiting);
      // Whoever is gone is left to its timer: nobody hears the refusal.
      if (waiting.isGone()) continue;
      this.#working += 1;
      waiting.admit();
      return;
    }
  }
}
