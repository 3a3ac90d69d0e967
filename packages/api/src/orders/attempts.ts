import { actingAsSystem } from '@lantern/db/activity/actor';
import type { Database } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { Op, type WhereOptions } from '@lantern/db/query';
import { moveOrders } from './claims.ts';

/** A declined attempt to pay for items that were eventually bought. */
export interface AttemptView {
  /** The attempt's own order number; its page stays readable. */
  number: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Integer cents; none of it was charged. */
  amountCents: number;
  /** The provider's token. */
  method: string;
  /** The provider's decline code, such as `insufficient_funds`. */
  failureCode: string | null;
}

/** Filter for lists of orders: declined attempts are shown within the order they led to, not as orders. */
export const listedOrders: WhereOptions<Order> = { status: { [Op.ne]: 'payment_failed' } };

/**
 * Links declined attempts to the paid order they led to: unclaimed attempts of the same shopper that share
 * an item with it. What a customer tried as a guest, before logging in, with the email of the account, comes to the
 * account. Call it with the order locked.
 */
export async function claimAttempts(database: Database, id: number): Promise<void> {
  const { rows: open } = await database.execute<OpenAttempt>(
    [
      openAttempts('orders a ON a.userId = o.userId'),
      openAttempts('orders a ON a.guestHash = o.guestHash'),
      // The cart that a guest filled has joined the customer's. On a shared computer that guest may be somebody else.
      openAttempts(
        `carts c ON c.joinedUserId = o.userId JOIN users u ON u.id = o.userId
        JOIN orders a ON a.guestHash = c.tokenHash AND a.email = u.email`,
      ),
    ].join(' UNION '),
    [id, id, id],
  );
  if (open.length === 0) return;
  const lines = await OrderItem.findAll({
    where: { orderId: [id, ...open.map((attempt) => attempt.id)] },
    attributes: ['orderId', 'variantId', 'sku'],
    raw: true,
  });
  const bought = lines.filter(({ orderId }) => orderId === id);
  const shared = lines.filter((line) => bought.some((item) => isSameItem(line, item)));
  const ids = open.filter((attempt) => shared.some(({ orderId }) => orderId === attempt.id));
  if (ids.length === 0) return;
  // By id, so that no other row is locked; as the system, because it follows from a payment, not from an admin's change.
  const which = { id: ids.map((attempt) => attempt.id), retriedById: null };
  await actingAsSystem(() => Order.update({ retriedById: id }, { where: which }));
  const [guests, buyerId] = [ids.filter(({ userId }) => userId === null), ids[0]?.buyerId ?? null];
  if (buyerId === null || guests.length === 0) return;
  await actingAsSystem(() =>
    moveOrders(
      buyerId,
      guests.map((attempt) => attempt.id),
    ),
  );
}

/** An attempt, whose it is, and who has placed the order that it may have led to; null for guests. */
interface OpenAttempt {
  id: number;
  userId: number | null;
  buyerId: number | null;
}

/**
 * Selects earlier attempts of whoever placed an order, in a way that uses an index; none that have come to another
 * account. Null matches nothing.
 */
function openAttempts(join: string): string {
  return `SELECT a.id, a.userId, o.userId AS buyerId FROM orders o JOIN ${join}
    WHERE o.id = ? AND a.status = 'payment_failed' AND a.retriedById IS NULL AND a.id < o.id
    AND (a.userId IS NULL OR a.userId = o.userId)`;
}

function isSameItem(one: OrderItem, other: OrderItem): boolean {
  return one.variantId === null ? one.sku === other.sku : one.variantId === other.variantId;
}

/** The declined attempts that led to an order, oldest first. */
export async function attemptsOf({ id }: Order): Promise<AttemptView[]> {
  const attempts = await Order.findAll({ where: { retriedById: id }, order: ['id'], raw: true });
  if (attempts.length === 0) return [];
  const payments = await Payment.findAll({ where: { orderId: attempts.map((attempt) => attempt.id) }, raw: true });
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]));
  return attempts.map(({ id: orderId, number, placedAt, totalCents }) => ({
    number,
    at: placedAt.toISOString(),
    amountCents: totalCents,
    method: paymentOf.get(orderId)?.method ?? '',
    failureCode: paymentOf.get(orderId)?.failureCode ?? null,
  }));
}

/** The number of the order that a declined attempt eventually led to; null if there is none, or the order is not an attempt. */
export async function boughtAs({ retriedById }: Order): Promise<string | null> {
  if (retriedById === null) return null;
  const order = await Order.findByPk(retriedById, { attributes: ['number'], raw: true });
  return order?.number ?? null;
}
