import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../bench/limits/sql.ts';
import type { FaultKind } from './plan.ts';

const POLL_MS = 200;
const GIVE_UP_MS = 120_000;

/** How long the orders that were pending at a fault took to be settled, while the database was there. */
export interface Settled {
  kind: FaultKind;
  orders: number;
  seconds: number;
}

/** Watches orders that a fault may have left pending. */
export class Settling {
  readonly settled: Settled[] = [];
  /** True while the database is away, which does not count. */
  isOut = false;
  readonly #watching: Promise<void>[] = [];

  constructor(private readonly sql: Sql) {}

  /** Call it just before a fault: remembers which orders are pending, and returns the function that watches them. */
  async before(kind: FaultKind): Promise<() => void> {
    const rows = await this.sql.query<{ id: number }>("SELECT id FROM orders WHERE status = 'pending'");
    const ids = rows.map(({ id }) => id);
    return () => {
      if (ids.length > 0) this.#watching.push(this.#watch(kind, ids));
    };
  }

  /** Resolves when all of them are settled, or have not been for too long. */
  async all(): Promise<Settled[]> {
    await Promise.all(this.#watching);
    return this.settled;
  }

  async #watch(kind: FaultKind, ids: number[]): Promise<void> {
    const list = ids.join(', ');
    const isPending = async () => {
      // While the database is away, nothing is known.
      const rows = await this.sql
        .query(`SELECT id FROM orders WHERE status = 'pending' AND id IN (${list}) LIMIT 1`)
        .catch(() => [null]);
      return rows.length > 0;
    };
    let waitedMs = 0;
    for (let last = performance.now(); (await isPending()) && waitedMs < GIVE_UP_MS; ) {
      await sleep(POLL_MS);
      const now = performance.now();
      if (!this.isOut) waitedMs += now - last;
      last = now;
    }
    this.settled.push({ kind, orders: ids.length, seconds: waitedMs / 1000 });
  }
}
