import { EventEmitter, once } from 'node:events';
import type { Database, WithDatabase } from '@lantern/db/database';
import { SECOND_MS } from '../shared/dates.ts';

/** The longest delay until another server's orders are noticed. */
const INTERVAL_MS = SECOND_MS;
/** Ids are given before the commit, so an event may become readable after others with higher ids; so much later at most. */
const OVERLAP_MS = 10 * SECOND_MS;
const MAX_LINES = 5000;

/** What orders have done to the stock since the last look. */
export interface StockMoves {
  productIds: number[];
  /** Whether a variant may have sold out or come back, which also changes prices, lists and totals. */
  availability: boolean;
  /** Whether these include all orders that this process has committed so far. */
  complete: boolean;
}

interface MovedLine {
  eventId: number;
  productId: number;
  quantity: number;
  stock: number;
}

/**
 * Yields what the orders of all servers do to the stock, until `signal` aborts: at once for a commit of this process,
 * and within a second for others. It reads the events that orders record anyway, so that a checkout does nothing for it.
 */
export async function* followStockMoves(
  { database }: WithDatabase,
  signal: AbortSignal,
): AsyncGenerator<StockMoves, void, void> {
  const alarm = new EventEmitter<{ look: [] }>();
  let commits = 0;
  const onCommit = () => {
    commits += 1;
    alarm.emit('look');
  };
  const timer = setInterval(() => alarm.emit('look'), INTERVAL_MS);
  database.orders.on('changed', onCommit);
  try {
    const events = new EventWindow(await newestEvent(database));
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const nextLook = once(alarm, 'look', { signal }).catch(() => undefined);
      const included = commits;
      const lines = await linesAfter(database, events.after);
      const fresh = events.unseen(lines);
      yield {
        productIds: [...new Set(fresh.map(({ productId }) => productId))],
        // Nobody knows what happened before the first look, or in more lines than can be read at once.
        availability: isFirst || lines.length === MAX_LINES || fresh.some(({ stock, quantity }) => stock <= quantity),
        complete: included === commits,
      };
      await nextLook;
    }
  } finally {
    clearInterval(timer);
    database.orders.off('changed', onCommit);
  }
}

/** Which events have been seen: all up to `after`, and those of the last seconds one by one. */
class EventWindow {
  readonly #recent = new Map<number, number>();

  constructor(public after: number) {}

  /** The lines of events that were not there before. */
  unseen(lines: MovedLine[]): MovedLine[] {
    const fresh = lines.filter(({ eventId }) => !this.#recent.has(eventId));
    const now = Date.now();
    for (const { eventId } of fresh) this.#recent.set(eventId, now);
    const isFull = lines.length === MAX_LINES;
    for (const [eventId, seenAt] of this.#recent) {
      if (!isFull && seenAt > now - OVERLAP_MS) continue;
      this.#recent.delete(eventId);
      this.after = Math.max(this.after, eventId);
    }
    return fresh;
  }
}

async function newestEvent(database: Database): Promise<number> {
  const [row] = await database.select<{ id: number | null }>('SELECT MAX(id) AS id FROM order_events', {});
  return row?.id ?? 0;
}

function linesAfter(database: Database, after: number): Promise<MovedLine[]> {
  return database.select<MovedLine>(
    `SELECT e.id AS eventId, v.productId AS productId, i.quantity AS quantity, v.stock AS stock
     FROM order_events e JOIN order_items i ON i.orderId = e.orderId JOIN variants v ON v.id = i.variantId
     WHERE e.id > :after ORDER BY e.id LIMIT ${MAX_LINES}`,
    { after },
  );
}
