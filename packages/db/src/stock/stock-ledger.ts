import type { SqlValue } from '../dialect/dialect.ts';
import type { ActivityEntry } from '../models/activity-entry.ts';
import type { MovementReason } from '../models/stock-movement.ts';

/** A change of stock that the current transaction makes. */
interface Movement {
  variantId: number;
  /** Negative if items leave the stock. */
  quantity: number;
  reason: MovementReason;
  orderId?: number;
  /** The product whose entry in the activity log tells the change. */
  productId?: number;
}

/** The database, of which this is a part. */
interface Writer {
  execute(sql: string, values: SqlValue[]): Promise<unknown>;
}

const ROWS_PER_STATEMENT = 500;

/** What one transaction does to the stock: whoever changes it says so here, and all of it is written with one statement. */
export class StockLedger {
  #movements: Movement[] = [];

  add(...movements: Movement[]): void {
    this.#movements.push(...movements);
  }

  /** Says which order the sales of this transaction belong to: its row is written after stock was taken. */
  soldTo(orderId: number): void {
    for (const movement of this.#movements) if (movement.reason === 'sale') movement.orderId = orderId;
  }

  /** Writes the movements, as one of the last steps of the transaction. `entries` are those that it has logged. */
  async write(database: Writer, entries: readonly ActivityEntry[]): Promise<void> {
    const at = new Date();
    const seqOf = new Map(
      entries.filter(({ entityType }) => entityType === 'product').map(({ entityId, seq }) => [entityId, seq]),
    );
    for (let start = 0; start < this.#movements.length; start += ROWS_PER_STATEMENT) {
      const some = this.#movements.slice(start, start + ROWS_PER_STATEMENT);
      await database.execute(
        `INSERT INTO stock_movements (variantId, quantity, reason, orderId, entrySeq, at)
        VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join()}`,
        some.flatMap(({ variantId, quantity, reason, orderId = null, productId }) => [
          ...[variantId, quantity, reason, orderId],
          ...[seqOf.get(String(productId)) ?? null, at],
        ]),
      );
    }
  }
}
