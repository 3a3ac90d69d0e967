import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { shippingAddress } from '../../account/address-book.ts';
import type { Address } from '../../account/schema.ts';
import { revenueStatuses } from '../../order-status/order-status.ts';
import { listOrders } from '../../orders/service.ts';
import type { OrderSummary } from '../../orders/summary.ts';
import { type SessionView, sessionsOf } from '../../sessions/list.ts';
import { notFound } from '../../shared/shop-error.ts';
import { orderCounts, type UserRow, viewRow } from './list.ts';

const RECENT_ORDERS = 10;

export interface UserDetail extends UserRow {
  /** The total of orders paid, shipped or delivered, minus refunds. Integer cents. */
  spentCents: number;
  /** ISO 8601, UTC; null if they have not logged in since this is noted. */
  lastLoginAt: string | null;
  shippingAddress: Address | null;
  /** Where the user is logged in; `current` is the session of this request. */
  sessions: SessionView[];
  /** The newest orders. */
  recentOrders: OrderSummary[];
}

/**
 * One user in detail; `currentSessionId` is the session of the request.
 * @throws {ShopError} NOT_FOUND.
 */
export async function userById(services: WithDatabase, id: number, currentSessionId: string): Promise<UserDetail> {
  const user = await User.findByPk(id, { raw: true });
  if (!user) throw notFound('user');
  const [counts, spentCents, address, sessions, recent] = await Promise.all([
    orderCounts([id]),
    spentBy(services, id),
    shippingAddress(id),
    sessionsOf(id, currentSessionId),
    listOrders(id, { limit: RECENT_ORDERS }),
  ]);
  return {
    ...viewRow(user, counts),
    spentCents,
    lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
    shippingAddress: address,
    sessions,
    recentOrders: recent.items,
  };
}

async function spentBy({ database }: WithDatabase, userId: number): Promise<number> {
  const [row] = await database.select<{ spentCents: number | string | null }>(
    `SELECT SUM(o.totalCents - (SELECT COALESCE(SUM(p.refundedCents), 0) FROM payments p WHERE p.orderId = o.id)) AS spentCents
     FROM orders o WHERE o.userId = :userId AND o.status IN (:revenueStatuses)`,
    { userId, revenueStatuses },
  );
  return Number(row?.spentCents ?? 0);
}
