import type { Database } from '@lantern/db/database';
import { marks } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';

interface TakenLine {
  variantId: number;
  quantity: number;
  /** What the cart last saw in stock. */
  available: number;
}

/** There is less in stock than the cart has seen; roll the transaction back and use `reserveStock`. */
export class StockMoved extends Error {
  override name = 'StockMoved';
}

/** Whether `takeStock` may be tried: something of every item should be left, so that no listed price changes. */
export function isPlenty(lines: TakenLine[]): boolean {
  return lines.every(({ quantity, available }) => quantity < available);
}

/**
 * Takes the items out of stock with one statement, which locks and checks them by itself, by ascending id like
 * `reserveStock`.
 * @throws {StockMoved} if nothing would be left of one of them, or it is no longer for sale.
 */
export async function takeStock(database: Database, lines: TakenLine[]): Promise<void> {
  const cases = `CASE id ${lines.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const quantities = lines.flatMap(({ variantId, quantity }) => [variantId, quantity]);
  const { affectedRows } = await database.execute(
    `UPDATE variants SET stock = stock - ${cases}, stockMoves = stockMoves + 1, updatedAt = ?
    WHERE id IN (${marks(lines)}) AND archivedAt IS NULL AND stock > ${cases}`,
    [...quantities, new Date(), ...lines.map(({ variantId }) => variantId), ...quantities],
  );
  if (affectedRows < lines.length) throw new StockMoved();
  const sold = lines.map(({ variantId, quantity }) => ({ variantId, quantity: -quantity, reason: 'sale' as const }));
  TransactionScope.current()?.stockLedger.add(...sold);
}
