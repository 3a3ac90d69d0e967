import type { WithDatabase } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { Op, type WhereOptions } from '@lantern/db/query';
import { z } from 'zod';
import { shippingAddress } from '../../account/address-book.ts';
import type { Address } from '../../account/schema.ts';
import { revenueStatuses } from '../../order-status/order-status.ts';
import { listedOrders } from '../../orders/attempts.ts';
import { listOrders } from '../../orders/service.ts';
import type { OrderSummary } from '../../orders/summary.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { notFound } from '../../shared/shop-error.ts';
import { hashToken } from '../../shared/token-hash.ts';
import type { UserListInput } from './schema.ts';
import { userIdsMatching, usersMatching } from './search.ts';
import { type ManagedUser, managedUser } from './service.ts';

const RECENT_ORDERS = 10;
const SESSION_ID_LENGTH = 16;

export interface UserRow extends ManagedUser {
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The user's orders of any status, without declined attempts. */
  orderCount: number;
}

export interface UserDetail extends UserRow {
  /** The total of orders paid, shipped or delivered, minus refunds. Integer cents. */
  spentCents: number;
  shippingAddress: Address | null;
  /** The user's sessions, newest first; `current` is the one of this request. */
  sessions: { id: string; expiresAt: string; current: boolean }[];
  /** The newest orders. */
  recentOrders: OrderSummary[];
}

const cursorKeys = z.tuple([z.number().int()]);

/** A page of the users, newest first. */
export async function listUsers({ q, role, disabled, cursor, limit }: UserListInput): Promise<Page<UserRow>> {
  const after = decodeCursor(cursor, cursorKeys);
  const conditions: WhereOptions<User>[] = [];
  const found = q ? await userIdsMatching(q) : null;
  if (q) conditions.push(usersMatching(q));
  if (found) conditions.push({ id: found });
  if (role) conditions.push({ role });
  if (disabled !== undefined) conditions.push({ disabled });
  if (after) conditions.push({ id: { [Op.lt]: after[0] } });
  const rows = await User.findAll({
    where: { [Op.and]: conditions },
    order: [['id', 'DESC']],
    limit: limit + 1,
    raw: true,
  });
  const counts = await orderCounts(rows.map(({ id }) => id));
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    (user) => viewRow(user, counts),
  );
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

function viewRow(user: User, counts: Map<number, number>): UserRow {
  return {
    ...managedUser(user),
    createdAt: user.createdAt.toISOString(),
    orderCount: counts.get(user.id) ?? 0,
  };
}

/** The number of orders of each of these users, in one query. */
async function orderCounts(userId: number[]): Promise<Map<number, number>> {
  const rows = await Order.count({ where: { userId, ...listedOrders }, group: ['userId'] });
  return new Map(rows.map(({ userId: id, count }) => [Number(id), count]));
}

async function spentBy({ database }: WithDatabase, userId: number): Promise<number> {
  const [row] = await database.select<{ spentCents: number | string | null }>(
    `SELECT SUM(o.totalCents - (SELECT COALESCE(SUM(p.refundedCents), 0) FROM payments p WHERE p.orderId = o.id)) AS spentCents
     FROM orders o WHERE o.userId = :userId AND o.status IN (:revenueStatuses)`,
    { userId, revenueStatuses },
  );
  return Number(row?.spentCents ?? 0);
}
