import type { WithDatabase } from '@lantern/db/database';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Order } from '@lantern/db/models/order';
import type { MovementReason, StockMovement } from '@lantern/db/models/stock-movement';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { notFound } from '../../shared/shop-error.ts';
import type { StockHistoryInput } from './schema.ts';

/** One change of a variant's stock. */
export interface StockChange {
  id: number;
  /** ISO 8601, UTC. */
  at: string;
  reason: MovementReason;
  /** Negative if items left the stock. */
  quantity: number;
  /** How many there were then. */
  stockAfter: number;
  /** The order that the items went to, or came back from. */
  orderNumber: string | null;
  /** The entry of the activity log, if an admin did it; by their email if they are gone. */
  entry: { seq: number; actor: string; isUndo: boolean } | null;
}

type Movement = Pick<StockMovement, 'id' | 'quantity' | 'reason' | 'orderId' | 'entrySeq' | 'at'>;
type Counted = Movement & { stockAfter: number };

/** The next row's id is below the first; the second is what was in stock after it, since its stock follows from that. */
const cursorKeys = z.tuple([z.number().int(), z.number().int()]);

/**
 * A page of what has changed a variant's stock, newest first, of removed variants too. The stock after each change is
 * counted back from today's, so that a page costs no more than its rows.
 * @throws {ShopError} NOT_FOUND, or BAD_REQUEST for a cursor of another list.
 */
export async function stockHistory(
  { database }: WithDatabase,
  { variantId, cursor, limit }: StockHistoryInput,
): Promise<Page<StockChange>> {
  const after = decodeCursor(cursor, cursorKeys);
  if ((await Variant.unscoped().count({ where: { id: variantId } })) === 0) throw notFound('variant');
  // With the stock of the same moment: a sale in between would be in one of the two.
  const rows = await database.select<Movement & { stock: number }>(
    `SELECT id, quantity, reason, orderId, entrySeq, at, (SELECT stock FROM variants WHERE id = :variantId) AS stock
     FROM stock_movements WHERE variantId = :variantId AND id < :before ORDER BY id DESC LIMIT :rows`,
    { variantId, before: after?.[0] ?? Number.MAX_SAFE_INTEGER, rows: limit + 1 },
  );
  const counted = countedBack(rows, after?.[1] ?? rows[0]?.stock ?? 0);
  const shown = counted.slice(0, limit);
  const numberOf = await orderNumbers(shown);
  const entryOf = await entriesOf(shown);
  return toPage(
    counted,
    limit,
    ({ id, stockAfter, quantity }) => [id, stockAfter - quantity],
    ({ id, at, reason, quantity, stockAfter, orderId, entrySeq }) => ({
      ...{ id, at: new Date(at).toISOString(), reason, quantity, stockAfter },
      orderNumber: numberOf.get(orderId ?? 0) ?? null,
      entry: entryOf.get(entrySeq ?? 0) ?? null,
    }),
  );
}

function countedBack(movements: Movement[], stock: number): Counted[] {
  let stockAfter = stock;
  return movements.map((movement) => {
    const counted = { ...movement, stockAfter };
    stockAfter -= movement.quantity;
    return counted;
  });
}

async function orderNumbers(movements: Movement[]): Promise<Map<number, string>> {
  const id = movements.flatMap(({ orderId }) => orderId ?? []);
  const orders = await Order.findAll({ where: { id }, attributes: ['id', 'number'], raw: true });
  return new Map(orders.map((order) => [order.id, order.number]));
}

async function entriesOf(movements: Movement[]): Promise<Map<number, NonNullable<StockChange['entry']>>> {
  const seq = movements.flatMap(({ entrySeq }) => entrySeq ?? []);
  const attributes = ['seq', 'action', 'actorId', 'actorEmail'];
  const entries = await ActivityEntry.findAll({ where: { seq }, attributes, raw: true });
  const id = entries.flatMap(({ actorId }) => actorId ?? []);
  const users = await User.findAll({ where: { id }, attributes: ['id', 'name'], raw: true });
  const nameOf = new Map(users.map((user) => [user.id, user.name]));
  return new Map(
    entries.map((entry) => {
      const actor = nameOf.get(entry.actorId ?? 0) ?? entry.actorEmail;
      return [entry.seq, { seq: entry.seq, actor, isUndo: entry.action.endsWith('.undo') }];
    }),
  );
}
