import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './books/check.ts';
import type { Presence } from './presence.ts';
import { BOUND_MS, Waiting } from './waiting.ts';

/** How long a fault waits for a payment, and how often it looks. */
const MOMENT_MS = 5000;
const POLL_MS = 20;
const TICK_MS = 200;

/** What the store has not recorded, although the provider knows what became of it. */
const KNOWN = `SELECT p.idempotencyKey AS name FROM payments p
    JOIN provider_charges c ON c.\`key\` = p.idempotencyKey AND c.state <> 'failed_once' WHERE p.status = 'pending'
  UNION ALL SELECT r.idempotencyKey FROM refunds r
    JOIN provider_refunds d ON d.\`key\` = r.idempotencyKey WHERE r.status = 'due'`;

/** What reads the database. */
export interface Reader {
  query<Row extends object>(sql: string): Promise<Row[]>;
}

/**
 * Watches how soon what is pending is settled once the provider's answer is known. Time counts while the database and a
 * server are there. It is counted in ticks, each of which ends when a query has its answer: one that comes late counts no
 * more than another, so that a machine that is too busy for this process is not taken for a slow store.
 */
export class Settling {
  readonly #waiting = new Waiting();
  /** How many faults came while a payment was on its way. */
  hits = 0;
  /** How much later than they should all ticks came. */
  lateMs = 0;
  #isOver = false;

  constructor(
    private readonly sql: Reader,
    private readonly presence: Pick<Presence, 'isThere' | 'turns'>,
    private readonly onLate: (name: string) => void,
  ) {}

  get longestMs(): number {
    return this.#waiting.longestMs;
  }

  /** Call it just before a fault, which proves nothing if it hits nothing: waits for a payment to be on its way. */
  async untilPending(): Promise<void> {
    for (const until = performance.now() + MOMENT_MS; performance.now() < until; await sleep(POLL_MS)) {
      // While the database is away, nobody knows.
      if (!this.presence.isThere) return;
      const rows = await this.sql.query("SELECT id FROM orders WHERE status = 'pending' LIMIT 1").catch(() => []);
      if (rows.length === 0) continue;
      this.hits++;
      return;
    }
  }

  /** Resolves when it is stopped. */
  async watch(): Promise<void> {
    let { turns } = this.presence;
    while (!this.#isOver) {
      const began = performance.now();
      await sleep(TICK_MS);
      const pending = await this.sql.query<{ name: string }>(KNOWN).catch(() => null);
      const wasThere = this.presence.isThere && turns === this.presence.turns;
      ({ turns } = this.presence);
      if (!pending) continue;
      const names = pending.map(({ name }) => name);
      for (const late of this.#waiting.look(names, wasThere ? TICK_MS : 0)) this.onLate(late);
      if (wasThere) this.lateMs += Math.max(0, performance.now() - began - TICK_MS);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  check(): Check {
    return {
      promise: `what is pending is settled within ${BOUND_MS / 1000} s of the provider's answer being known`,
      compared: this.#waiting.seen,
      differences: [...this.#waiting.late].map((name) => `${name} was pending for longer`),
    };
  }
}
