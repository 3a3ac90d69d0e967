import type { Database } from '@lantern/db/database';
import { ago, MINUTE_MS } from '../../shared/dates.ts';

/** Ids are given before the commit, so an event may become readable after others with higher ids; so much later at most. */
const OVERLAP_MS = 3 * MINUTE_MS;

/** The events after which an order counts more or less than before. Between paid, shipped, also in part, and delivered nothing changes. */
const telling = ['paid', 'cancelled', 'refunded', 'partially_refunded'];

/** Tells what has happened to orders, on any server, by the events that they record anyway. */
export class OrderChanges {
  /** Everything up to this event has been seen, and after it these, with the times they were. */
  #after: number | undefined;
  readonly #seen = new Map<number, number>();

  constructor(private readonly database: Database) {}

  /** When the orders were placed whose figures may have changed since the last call. */
  async placedAtOfChanged(): Promise<Date[]> {
    this.#after ??= await this.#newestSettled();
    const events = await this.database.select<{ id: number; placedAt: Date }>(
      `SELECT e.id AS id, o.placedAt AS placedAt FROM order_events e JOIN orders o ON o.id = e.orderId
       WHERE e.id > :after AND e.status IN (:telling) ORDER BY e.id`,
      { after: this.#after, telling },
    );
    const fresh = events.filter(({ id }) => !this.#seen.has(id));
    const now = Date.now();
    for (const { id } of fresh) this.#seen.set(id, now);
    this.#advance(now - OVERLAP_MS);
    return fresh.map(({ placedAt }) => placedAt);
  }

  /** The newest event before which none can become readable any more. */
  async #newestSettled(): Promise<number> {
    const [row] = await this.database.select<{ id: number }>(
      'SELECT id FROM order_events WHERE createdAt < :before ORDER BY id DESC LIMIT 1',
      { before: ago(OVERLAP_MS) },
    );
    return row?.id ?? 0;
  }

  #advance(before: number): void {
    for (const [id, at] of this.#seen) {
      if (at > before) continue;
      this.#seen.delete(id);
      this.#after = Math.max(this.#after ?? 0, id);
    }
  }
}
