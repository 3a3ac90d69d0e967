import type { Database, WithDatabase } from '@lantern/db/database';
import { SECOND_MS } from '../shared/dates.ts';
import type { SharedState } from '../shared-state/shared-state.ts';
import { Pauses } from './pauses.ts';

/** Ids are given before the commit, so an event may become readable after others with higher ids; so much later at most. */
const LATE_MS = 10 * SECOND_MS;
/** For databases that leave gaps between ids. */
const MAX_MISSING = 1000;
const MAX_LINES = 5000;

/** What orders have done to the stock since the last look. */
export interface StockMoves {
  productIds: number[];
  /** All events up to this one have been seen. */
  throughEventId: number;
}

interface MovedLine {
  eventId: number;
  /** Null if the order has no line whose variant is still there. */
  productId: number | null;
}

/** The id of the newest event of an order that can be read; 0 if there is none. */
export async function newestOrderEvent({ database }: WithDatabase): Promise<number> {
  const [row] = await database.select<{ id: number | null }>('SELECT MAX(id) AS id FROM order_events', {});
  return row?.id ?? 0;
}

/** The products in an order. */
export async function productsInOrder({ database }: WithDatabase, number: string): Promise<number[]> {
  const rows = await database.select<{ productId: number }>(
    `SELECT v.productId AS productId FROM orders o JOIN order_items i ON i.orderId = o.id
     JOIN variants v ON v.id = i.variantId WHERE o.number = :number`,
    { number },
  );
  return rows.map(({ productId }) => productId);
}

/**
 * Yields what the orders of all servers have done to the stock after an event, within a second, until `signal` aborts; within
 * some hundredths of one if it is woken. It reads the events that orders record anyway, so that a checkout does nothing for it.
 */
export async function* followStockMoves(
  { database, shared }: WithDatabase & { shared: Pick<SharedState, 'wakeups'> },
  afterEventId: number,
  signal: AbortSignal,
): AsyncGenerator<StockMoves, void, void> {
  const events = new EventWindow(afterEventId);
  using pauses = new Pauses(shared.wakeups, signal);
  while (!signal.aborted) {
    const lines = await unseenLines(database, events);
    for (const { eventId } of lines) events.see(eventId);
    const productIds = new Set(lines.flatMap(({ productId }) => productId ?? []));
    yield { productIds: [...productIds], throughEventId: events.through };
    // There may be more than can be read at once.
    if (lines.length < MAX_LINES) await pauses.next(lines.length > 0);
  }
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

  /** The event up to which none is missing. */
  get through(): number {
    return Math.min(this.newest, ...[...this.#missing.keys()].map((id) => id - 1));
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

/** The lines of new events, and of those that were missing until now. */
async function unseenLines(database: Database, events: EventWindow): Promise<MovedLine[]> {
  const { newest } = events;
  const missing = events.missing();
  // Nothing is missing most of the time, so that this is one statement, prepared.
  if (missing.length === 0) return (await database.execute<MovedLine>(linesOf('e.id > ?'), [newest])).rows;
  return database.select<MovedLine>(linesOf('e.id > :newest OR e.id IN (:missing)'), { newest, missing });
}

const linesOf = (which: string) =>
  `SELECT e.id AS eventId, v.productId AS productId
   FROM order_events e LEFT JOIN order_items i ON i.orderId = e.orderId LEFT JOIN variants v ON v.id = i.variantId
   WHERE ${which} ORDER BY e.id LIMIT ${MAX_LINES}`;
