import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { col, fn, Op, type WhereOptions, where } from '@lantern/db/query';
import { listedOrders } from '../../orders/attempts.ts';
import { type OrderSummary, refundedOf, summaryColumns, summaryOf } from '../../orders/summary.ts';
import { beyond, exceptWhere, orderBy, type Position } from '../../shared/keyset.ts';
import { type Page, toPage } from '../../shared/paging.ts';
import type { AdminOrderListInput } from './schema.ts';
import { numbersOf, orderIdsMatching, ordersMatching } from './search.ts';
import { isByTotal, keysAfter, orderOf, positionAfter } from './sorts.ts';

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
/** So many orders of a time are sorted by total soon; among more, a page is found soon by reading all by total. */
const FEW = 2000;

/**
 * A page of all customers' orders, by default newest first. Declined attempts are only listed when filtering by that
 * status, or by the full number of one: otherwise they are part of the order they led to.
 * @throws {ShopError} BAD_REQUEST for a cursor of another sort order.
 */
export async function listAllOrders(filters: AdminOrderListInput): Promise<Page<AdminOrderRow>> {
  const after = positionAfter(filters);
  const found = await idsOf(filters);
  const rows = found ? await readFound(filters, after, found) : await read(filters, after);
  const refunded = await refundedOf(rows);
  return toPage(
    rows,
    filters.limit,
    (order) => keysAfter(filters, order),
    (order) => ({ ...summaryOf(order, refunded), customer: customerOf(order) }),
  );
}

/** Among which orders the list is: those that a search finds, or those of a time that are to be sorted; null if they are many. */
async function idsOf(filters: AdminOrderListInput): Promise<number[] | null> {
  const found = filters.q ? await orderIdsMatching(filters.q) : null;
  if (found || !isByTotal(filters) || !isOfTime(filters)) return found;
  const where = { [Op.and]: [statusOf(filters), ...timesOf(filters)] };
  const placed = await Order.findAll({ where, attributes: ['id'], limit: FEW + 1, raw: true });
  return placed.length > FEW ? null : placed.map(({ id }) => id);
}

/** A page and one row more, of those with one of `ids` if they are given. */
function read(filters: AdminOrderListInput, after: Position | null, ids?: number[]): Promise<Order[]> {
  const order = orderOf(filters);
  const isSought = ids !== undefined || !isByTotal(filters);
  const times = isSought ? timesOf(filters) : outsideOf(filters).map(exceptWhere);
  const conditions = [...filtersOf(filters), ...times, after ? beyond(order, after) : {}, ids ? { id: ids } : {}];
  return Order.findAll({
    where: { [Op.and]: conditions },
    attributes: [...summaryColumns, ...customerColumns],
    include: [{ model: User, attributes: ['id', 'email', 'name'] }],
    order: orderBy(order),
    limit: filters.limit + 1,
    raw: true,
    nest: true,
  });
}

/** Where the order is that of the ids, reads the first of the found orders, some at a time, until there are enough. */
async function readFound(filters: AdminOrderListInput, after: Position | null, found: number[]): Promise<Order[]> {
  const { column, descending } = orderOf(filters);
  if (column !== null) return read(filters, after, found);
  const ids = found.toSorted((a, b) => (descending ? b - a : a - b));
  const rows: Order[] = [];
  for (let start = 0, end = FIRST_IDS; start < ids.length && rows.length <= filters.limit; start = end, end *= 4) {
    rows.push(...(await read(filters, after, ids.slice(start, end))));
  }
  return rows.slice(0, filters.limit + 1);
}

/** The columns of an order that `customerOf` reads. */
const customerColumns = ['userId', 'email', 'shippingAddress'];

/** @throws if the order of an account was loaded without its user. */
export function customerOf({ userId, user, email, shippingAddress }: Order): Customer {
  if (userId === null) return { id: null, email: email ?? '', name: shippingAddress.fullName };
  if (!user) throw new Error('An order must be loaded with its customer.');
  return { id: user.id, email: user.email, name: user.name };
}

function filtersOf({ status, q }: AdminOrderListInput): WhereOptions[] {
  if (!q) return [statusOf({ status })];
  return [status ? { status } : { [Op.or]: [listedOrders, hasNumber(q)] }, ordersMatching(q)];
}

function statusOf({ status }: Pick<AdminOrderListInput, 'status'>): WhereOptions {
  return status ? { status } : listedOrders;
}

const isOfTime = ({ from, to }: AdminOrderListInput) => from !== undefined || to !== undefined;

function timesOf({ from, to }: AdminOrderListInput): WhereOptions[] {
  const conditions: WhereOptions[] = [];
  if (from) conditions.push({ placedAt: { [Op.gte]: new Date(from) } });
  if (to) conditions.push({ placedAt: { [Op.lte]: new Date(to) } });
  return conditions;
}

/** The times that the list leaves out. */
function outsideOf({ from, to }: AdminOrderListInput): WhereOptions[] {
  const conditions: WhereOptions[] = [];
  if (from) conditions.push({ placedAt: { [Op.lt]: new Date(from) } });
  if (to) conditions.push({ placedAt: { [Op.gt]: new Date(to) } });
  return conditions;
}

/** An expression, not the column: otherwise MariaDB merges its index with that of the status, and sorts every order. */
function hasNumber(q: string) {
  return where(fn('CONCAT', col('Order.number')), { [Op.in]: numbersOf(q) });
}
