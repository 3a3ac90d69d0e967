import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../bench/limits/sql.ts';
import type { FaultKind } from './plan.ts';

/** How long a fault waits for a payment, and how often it looks. */
const MOMENT_MS = 5000;
const LOOK_MS = 20;
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

  /** Call it just before a fault: waits for a payment to be on its way, and watches the pending orders from then on. */
  async watch(kind: FaultKind): Promise<void> {
    // A fault that hits nothing proves nothing.
    for (const until = performance.now() + MOMENT_MS; performance.now() < until; await sleep(LOOK_MS)) {
      const rows = await this.sql.query<{ id: number }>("SELECT id FROM orders WHERE status = 'pending'");
      if (rows.length === 0) continue;
      this.#watching.push(this.#untilSettled(kind, rows));
      return;
    }
  }

  /** Resolves when all of them are settled, or have not been for too long. */
  async all(): Promise<Settled[]> {
    await Promise.all(this.#watching);
    return this.settled;
  }

  async #untilSettled(kind: FaultKind, orders: { id: number }[]): Promise<void> {
    const list = orders.map(({ id }) => id).join(', ');
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
    this.settled.push({ kind, orders: orders.length, seconds: waitedMs / 1000 });
  }
}
