import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * How long a request waits for the database. Where that hangs, nobody waits for five seconds, so that no more
 * requests pile up than come in that time. Where it is alive and many want the same, they get their turn.
 */

/** For a turn or a free connection, while nothing moves. */
const TURN_MS = 3_000;
/** For the same, while others are served. */
const TURN_AT_MOST_MS = 15_000;
/** For the answer to one statement, while nothing else is answered. */
export const STATEMENT_MS = 4_000;
/** For a lock that another transaction holds; whole seconds, as MySQL counts them. */
export const LOCK_WAIT_S = 8;
/** For any one statement, which may wait for several rows. */
export const STATEMENT_AT_MOST_MS = 12_000;
/** From when on a silence counts. */
const SILENCE_MS = 2_500;
/** For any wait while it is known that the database hangs: whoever waited for a connection has no more than this left. */
const HANGING_MS = 1_000;
/** For how long that is believed without a new sign of it. */
const SUSPICION_MS = 5_000;

const unhurried = new AsyncLocalStorage<true>();

/** Runs `work` without these limits: for migrations and the first filling, which nobody waits for at a page. */
export function unhurriedly<T>(work: () => Promise<T>): Promise<T> {
  return unhurried.run(true, work);
}

/** Whether somebody waits for what runs now. */
export function isHurried(): boolean {
  return unhurried.getStore() === undefined;
}

/** When a database was last heard of. */
export class Pulse {
  #last = Date.now();
  #suspectUntil = 0;

  /** An answer came. */
  beat(): void {
    this.#last = Date.now();
    this.#suspectUntil = 0;
  }

  /** Something was given up that never got an answer. */
  miss(): void {
    if (this.silent) this.#suspectUntil = Date.now() + SUSPICION_MS;
  }

  /** How long to wait for what may take `ms` at other times, in milliseconds. */
  allow(ms: number): number {
    return Date.now() < this.#suspectUntil ? Math.min(ms, HANGING_MS) : ms;
  }

  /** True when there has been no sign of life for a while. */
  get silent(): boolean {
    return Date.now() - this.#last > SILENCE_MS;
  }

  /**
   * Waits for `coming` as long as it may take; what comes after that is handed to `discard`.
   * @throws what `tooLate` makes when it has taken too long.
   */
  wait<T>(coming: Promise<T>, discard: (late: T) => void, tooLate: () => Error): Promise<T> {
    if (!isHurried()) return coming;
    const since = Date.now();
    return new Promise((resolve, reject) => {
      let over = false;
      const end = () => {
        over = true;
        clearInterval(looking);
      };
      const look = () => {
        const waited = Date.now() - since;
        if (over || waited < this.allow(TURN_MS) || (waited < TURN_AT_MOST_MS && !this.silent)) return;
        end();
        reject(tooLate());
      };
      // Whatever came while this process was busy is heard before `setImmediate`.
      const looking = setInterval(() => setImmediate(look), 250);
      coming.then(
        (value) => {
          if (over) return discard(value);
          end();
          resolve(value);
        },
        (error: unknown) => {
          end();
          reject(error);
        },
      );
    });
  }
}
