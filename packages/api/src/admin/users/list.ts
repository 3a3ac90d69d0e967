import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { Op, type WhereOptions } from '@lantern/db/query';
import { z } from 'zod';
import { keysOf } from '../../catalog/cursor.ts';
import { listedOrders } from '../../orders/attempts.ts';
import { beyond, exceptWhere, type ListOrder, orderBy, type Position } from '../../shared/keyset.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import type { UserListInput, UserSort } from './schema.ts';
import { userIdsMatching, usersMatching } from './search.ts';
import { type ManagedUser, managedUser } from './service.ts';

export interface UserRow extends ManagedUser {
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The user's orders of any status, without declined attempts. */
  orderCount: number;
}

/** So many users of a role or state are sorted soon; among more, a page is found soon by reading all in their order. */
const FEW = 1000;

const orders = {
  newest: { column: null, descending: true },
  oldest: { column: null, descending: false },
  name: { column: 'nameKey', descending: false },
  name_desc: { column: 'nameKey', descending: true },
  email: { column: 'email', descending: false, unique: true },
  email_desc: { column: 'email', descending: true, unique: true },
} as const satisfies Record<UserSort, ListOrder>;

const integer = z.number().int();

/** The last row's key and its id; the default order is not named. */
const cursors = {
  newest: z.tuple([integer]),
  oldest: keysOf('oldest', integer),
  name: keysOf('name', verbatim),
  name_desc: keysOf('name_desc', verbatim),
  email: keysOf('email', verbatim),
  email_desc: keysOf('email_desc', verbatim),
} satisfies Record<UserSort, z.ZodType>;

/**
 * A page of the users, by default newest first.
 * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
 */
export async function listUsers(filters: UserListInput): Promise<Page<UserRow>> {
  const { q, sort = 'newest', limit } = filters;
  const order = orders[sort];
  const after = positionAfter(filters);
  const ids = await idsOf(filters);
  const isSought = ids !== null || order.column === null;
  const conditions = isSought ? filtersOf(filters) : othersThan(filters).map(exceptWhere);
  if (q) conditions.push(usersMatching(q));
  if (ids) conditions.push({ id: ids });
  if (after) conditions.push(beyond(order, after));
  const where = { [Op.and]: conditions };
  const rows = await User.findAll({ where, order: orderBy(order), limit: limit + 1, raw: true });
  const counts = await orderCounts(rows.map(({ id }) => id));
  return toPage(
    rows,
    limit,
    (user) => (sort === 'newest' ? [user.id] : [sort, order.column === null ? user.id : user[order.column], user.id]),
    (user) => viewRow(user, counts),
  );
}

/** Among which users the list is: those that a search finds, or those that are to be sorted; null if they are many. */
async function idsOf(filters: UserListInput): Promise<number[] | null> {
  const { q, sort = 'newest' } = filters;
  const found = q ? await userIdsMatching(q) : null;
  const conditions = filtersOf(filters);
  if (found || orders[sort].column === null || conditions.length === 0) return found;
  const where = { [Op.and]: conditions };
  const some = await User.findAll({ where, attributes: ['id'], limit: FEW + 1, raw: true });
  return some.length > FEW ? null : some.map(({ id }) => id);
}

function filtersOf({ role, disabled }: UserListInput): WhereOptions[] {
  const conditions: WhereOptions[] = [];
  if (role) conditions.push({ role });
  if (disabled !== undefined) conditions.push({ disabled });
  return conditions;
}

/** Those that the filters leave out. */
function othersThan({ role, disabled }: UserListInput): WhereOptions[] {
  const conditions: WhereOptions[] = [];
  if (role) conditions.push({ role: { [Op.ne]: role } });
  if (disabled !== undefined) conditions.push({ disabled: { [Op.ne]: disabled } });
  return conditions;
}

function positionAfter({ cursor, sort = 'newest' }: UserListInput): Position | null {
  const keys = decodeCursor<[number] | [string, string | number, number]>(cursor, cursors[sort]);
  if (!keys) return null;
  const [key, id] = keys.length === 1 ? [keys[0], keys[0]] : [keys[1], keys[2]];
  return { key, id };
}

export function viewRow(user: User, counts: Map<number, number>): UserRow {
  return {
    ...managedUser(user),
    createdAt: user.createdAt.toISOString(),
    orderCount: counts.get(user.id) ?? 0,
  };
}

/** The number of orders of each of these users, in one query. */
export async function orderCounts(userId: number[]): Promise<Map<number, number>> {
  const rows = await Order.count({ where: { userId, ...listedOrders }, group: ['userId'] });
  return new Map(rows.map(({ userId: id, count }) => [Number(id), count]));
}
