import { Surrounding } from '../surrounding.ts';

/*
 * How long a request waits for the database. If the database hangs, a request fails within five seconds, so that
 * requests do not pile up. If it is alive but under load, requests wait longer, until it is their turn.
 */

/** For a turn to write or a free connection, while the database is unresponsive. */
const TURN_MS = 3_000;
/** For the same, while the database serves others. */
const MAX_TURN_MS = 15_000;
/** For one statement, while the database is unresponsive. */
export const STATEMENT_MS = 4_000;
/** For a lock that another transaction holds; MySQL only takes whole seconds. */
export const LOCK_WAIT_S = 8;
/**
 * For the next statement of a transaction that has written: that of a server which has stopped holds its locks no longer.
 * Shorter than others wait for a lock, and than what is pending may take; in whole seconds.
 */
export const IDLE_TRANSACTION_S = 4;
/** For any statement; it may wait for several locks. */
export const MAX_STATEMENT_MS = 12_000;
/** A database that has not responded for this long is unresponsive. */
const UNRESPONSIVE_MS = 2_500;
/** For any wait while the database is known to hang: a request that waited for a connection has no more time left. */
const HANGING_MS = 1_000;
/** How often it is looked how far replicas are, and what they must have: all that was committed so long ago. */
export const REPLICA_LOOK_MS = 2000;
export const REPLICA_LAG_MS = 10_000;
/** How long a timeout counts as evidence that the database hangs. */
const HANGING_EVIDENCE_MS = 5_000;

const background = new Surrounding<true>();

/** Runs `work` without these limits: for migrations and seeding, which no request depends on. */
export function withoutDeadlines<T>(work: () => Promise<T>): Promise<T> {
  return background.run(true, work);
}

/** Whether the limits apply to the current code. */
export function hasDeadline(): boolean {
  return background.get() === undefined;
}

/** Tracks whether a database responds. */
export class Liveness {
  #lastResponse = Date.now();
  #hangsUntil = 0;

  /** Call when the database has responded. */
  responded(): void {
    this.#lastResponse = Date.now();
    this.#hangsUntil = 0;
  }

  /** Call when a wait for the database was given up. */
  timedOut(): void {
    if (this.unresponsive) this.#hangsUntil = Date.now() + HANGING_EVIDENCE_MS;
  }

  /** The timeout for a wait that is normally limited to `ms`, in milliseconds; shorter while the database hangs. */
  timeout(ms: number): number {
    return Date.now() < this.#hangsUntil ? Math.min(ms, HANGING_MS) : ms;
  }

  /** True if the database has not responded for a while. */
  get unresponsive(): boolean {
    return Date.now() - this.#lastResponse > UNRESPONSIVE_MS;
  }

  /**
   * Waits for `pending` within the limits; passes a value that arrives later to `discard`.
   * @throws what `timeoutError` returns, if it took too long.
   */
  wait<T>(pending: Promise<T>, discard: (late: T) => void, timeoutError: () => Error): Promise<T> {
    if (!hasDeadline()) return pending;
    const startedAt = Date.now();
    return new Promise((resolve, reject) => {
      let settled = false;
      const settle = () => {
        settled = true;
        clearInterval(interval);
      };
      const check = () => {
        const waited = Date.now() - startedAt;
        if (settled || waited < this.timeout(TURN_MS) || (waited < MAX_TURN_MS && !this.unresponsive)) return;
        settle();
        reject(timeoutError());
      };
      // `setImmediate` lets responses that arrived while this process was busy be handled first.
      const interval = setInterval(() => setImmediate(check), 250);
      pending.then(
        (value) => {
          if (settled) return discard(value);
          settle();
          resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(error);
        },
      );
    });
  }
}
