import type { WithDatabase } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { shippingAddress } from '../../account/address-book.ts';
import type { Address } from '../../account/schema.ts';
import { revenueStatuses } from '../../order-status/order-status.ts';
import { listOrders } from '../../orders/service.ts';
import type { OrderSummary } from '../../orders/summary.ts';
import { notFound } from '../../shared/shop-error.ts';
import { hashToken } from '../../shared/token-hash.ts';
import { orderCounts, type UserRow, viewRow } from './list.ts';

const RECENT_ORDERS = 10;
const SESSION_ID_LENGTH = 16;

export interface UserDetail extends UserRow {
  /** The total of orders paid, shipped or delivered, minus refunds. Integer cents. */
  spentCents: number;
  shippingAddress: Address | null;
  /** The user's sessions, newest first; `current` is the one of this request. */
  sessions: { id: string; expiresAt: string; current: boolean }[];
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
    Session.findAll({
      where: { userId: id, expiresAt: { [Op.gt]: new Date() } },
      order: [['expiresAt', 'DESC']],
      raw: true,
    }),
    listOrders(id, { limit: RECENT_ORDERS }),
  ]);
  const currentHash = hashToken(currentSessionId);
  return {
    ...viewRow(user, counts),
    spentCents,
    shippingAddress: address,
    sessions: sessions.map((session) => ({
      // Not even the session's hash leaves the server: this only distinguishes sessions.
      id: hashToken(session.id).slice(0, SESSION_ID_LENGTH),
      expiresAt: session.expiresAt.toISOString(),
      current: session.id === currentHash,
    })),
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
