import { EventEmitter, once } from 'node:events';
import type { Database, WithDatabase } from '@lantern/db/database';
import { SECOND_MS } from '../shared/dates.ts';

/** The longest delay until another server's orders are noticed. */
const INTERVAL_MS = SECOND_MS;
/** Ids are given before the commit, so an event may become readable after others with higher ids; so much later at most. */
const LATE_MS = 10 * SECOND_MS;
/** For databases that leave gaps between ids. */
const MAX_MISSING = 1000;
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
  /** The others are null, too, if the order has no line whose variant is still there. */
  productId: number | null;
  quantity: number | null;
  stock: number | null;
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
      const lines = await unseenLines(database, events);
      for (const { eventId } of lines) events.see(eventId);
      yield {
        productIds: [...new Set(lines.flatMap(({ productId }) => productId ?? []))],
        // Nobody knows what happened before the first look, or in more lines than can be read at once.
        availability: isFirst || lines.length === MAX_LINES || lines.some(mayChangeAvailability),
        complete: included === commits,
      };
      await nextLook;
    }
  } finally {
    clearInterval(timer);
    database.orders.off('changed', onCommit);
  }
}

function mayChangeAvailability({ stock, quantity }: MovedLine): boolean {
  return stock !== null && quantity !== null && stock <= quantity;
}

/** Which events have been seen: all up to the newest, except for those that are missing. */
export class EventWindow {
  /** When it was noticed that an id is missing: its transaction may still commit, or was rolled back. */
  readonly #missing = new Map<number, number>();

  constructor(public newest: number) {}

  see(eventId: number): void {
    this.#missing.delete(eventId);
    const now = Date.now();
    for (let id = Math.max(this.newest + 1, eventId - MAX_MISSING); id < eventId; id++) this.#missing.set(id, now);
    this.newest = Math.max(this.newest, eventId);
  }

  /** The ids below the newest that may still appear. */
  missing(): number[] {
    const excess = this.#missing.size - MAX_MISSING;
    for (const [index, [id, since]] of [...this.#missing].entries()) {
      if (index >= excess && since > Date.now() - LATE_MS) break;
      this.#missing.delete(id);
    }
    return [...this.#missing.keys()];
  }
}

async function newestEvent(database: Database): Promise<number> {
  const [row] = await database.select<{ id: number | null }>('SELECT MAX(id) AS id FROM order_events', {});
  return row?.id ?? 0;
}

/** The lines of new events, and of those that were missing until now. */
async function unseenLines(database: Database, events: EventWindow): Promise<MovedLine[]> {
  const { newest } = events;
  const missing = events.missing();
  // Nothing is missing most of the time, so that this is one statement, prepared.
  if (missing.length === 0) return (await database.execute<MovedLine>(linesOf('e.id > ?'), [newest])).rows;
  return database.select<MovedLine>(linesOf('e.id > :newest OR e.id IN (:missing)'), { newest, missing });
}

const linesOf = (which: string) =>
  `SELECT e.id AS eventId, v.productId AS productId, i.quantity AS quantity, v.stock AS stock
   FROM order_events e LEFT JOIN order_items i ON i.orderId = e.orderId LEFT JOIN variants v ON v.id = i.variantId
   WHERE ${which} ORDER BY e.id LIMIT ${MAX_LINES}`;
