import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { col, fn, Op, type WhereOptions, where } from '@lantern/db/query';
import { z } from 'zod';
import { listedOrders } from '../../orders/attempts.ts';
import { type OrderSummary, refundedOf, summaryColumns, summaryOf } from '../../orders/summary.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import type { AdminOrderListInput } from './schema.ts';
import { numbersOf, orderIdsMatching, ordersMatching } from './search.ts';

export interface Customer {
  /** Null for a guest, who is named as in the shipping address. */
  id: number | null;
  email: string;
  name: string;
}

export interface AdminOrderRow extends OrderSummary {
  customer: Customer;
}

/** A page usually is among the first of them; then four times as many, and so on. */
const FIRST_IDS = 250;

const newestId: [string, string] = ['id', 'DESC'];
/** The time and the id of the last row. */
const cursorKeys = z.tuple([z.number().int(), z.number().int()]);
type Position = z.output<typeof cursorKeys>;

/**
 * A page of all customers' orders, newest first. Declined attempts are only listed when filtering by that
 * status, or by the full number of one: otherwise they are part of the order they led to.
 */
export async function listAllOrders(filters: AdminOrderListInput): Promise<Page<AdminOrderRow>> {
  const { cursor, limit, q } = filters;
  const after = decodeCursor(cursor, cursorKeys);
  const found = q ? await orderIdsMatching(q) : null;
  const rows = found ? await readFound(filters, after, found) : await read(filters, after);
  const refunded = await refundedOf(rows);
  return toPage(
    rows,
    limit,
    ({ placedAt, id }) => [placedAt.getTime(), id],
    (order) => ({ ...summaryOf(order, refunded), customer: customerOf(order) }),
  );
}

/** A page and one row more, of those with one of `ids` if they are given. */
function read(filters: AdminOrderListInput, after: Position | null, ids?: number[]): Promise<Order[]> {
  return Order.findAll({
    where: {
      [Op.and]: [...filtersOf(filters), after ? beyond(after, isByTime(filters)) : {}, ids ? { id: ids } : {}],
    },
    attributes: [...summaryColumns, ...customerColumns],
    include: [{ model: User, attributes: ['id', 'email', 'name'] }],
    order: isByTime(filters) ? [['placedAt', 'DESC'], newestId] : [newestId],
    limit: filters.limit + 1,
    raw: true,
    nest: true,
  });
}

/** Reads the newest of the found orders first, some at a time, until there are enough. */
async function readFound(filters: AdminOrderListInput, after: Position | null, found: number[]): Promise<Order[]> {
  if (isByTime(filters)) return read(filters, after, found);
  const newestFirst = found.toSorted((a, b) => b - a);
  const rows: Order[] = [];
  for (let start = 0, end = FIRST_IDS; start < found.length && rows.length <= filters.limit; start = end, end *= 4) {
    rows.push(...(await read(filters, after, newestFirst.slice(start, end))));
  }
  return rows.slice(0, filters.limit + 1);
}

/** By time where it is filtered by time, so that one index serves both; otherwise by id. */
function isByTime({ from, to }: AdminOrderListInput): boolean {
  return from !== undefined || to !== undefined;
}

/** The keyset condition: strictly after the last row of the previous page. */
function beyond([time, id]: Position, byTime: boolean): WhereOptions<Order> {
  if (!byTime) return { id: { [Op.lt]: id } };
  const placedAt = new Date(time);
  // The first is implied by the others, but lets the database seek in an index.
  return { placedAt: { [Op.lte]: placedAt }, [Op.or]: [{ placedAt: { [Op.lt]: placedAt } }, { id: { [Op.lt]: id } }] };
}

/** The columns of an order that `customerOf` reads. */
const customerColumns = ['userId', 'email', 'shippingAddress'];

/** @throws if the order of an account was loaded without its user. */
export function customerOf({ userId, user, email, shippingAddress }: Order): Customer {
  if (userId === null) return { id: null, email: email ?? '', name: shippingAddress.fullName };
  if (!user) throw new Error('An order must be loaded with its customer.');
  return { id: user.id, email: user.email, name: user.name };
}

function filtersOf({ status, q, from, to }: AdminOrderListInput): WhereOptions<Order>[] {
  const conditions: WhereOptions<Order>[] = [];
  if (status) conditions.push({ status });
  else conditions.push(q ? { [Op.or]: [listedOrders, hasNumber(q)] } : listedOrders);
  if (from) conditions.push({ placedAt: { [Op.gte]: new Date(from) } });
  if (to) conditions.push({ placedAt: { [Op.lte]: new Date(to) } });
  if (q) conditions.push(ordersMatching(q));
  return conditions;
}

/** An expression, not the column: otherwise MariaDB merges its index with that of the status, and sorts every order. */
function hasNumber(q: string) {
  return where(fn('CONCAT', col('Order.number')), { [Op.in]: numbersOf(q) });
}
