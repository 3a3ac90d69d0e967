import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { Op, type WhereOptions } from '@lantern/db/query';
import { foldText } from '@lantern/text/fold';
import { z } from 'zod';
import { listedOrders } from '../../orders/attempts.ts';
import { type OrderSummary, refundedOf, summaryColumns, summaryOf } from '../../orders/summary.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { beginsWith, contains, emailBeginsWith } from '../../shared/text-search.ts';
import type { AdminOrderListInput } from './schema.ts';

export interface Customer {
  id: number;
  email: string;
  name: string;
}

export interface AdminOrderRow extends OrderSummary {
  customer: Customer;
}

const cursorKeys = z.tuple([z.number().int()]);

/**
 * A page of all customers' orders, newest first. Declined attempts are only listed when filtering by that
 * status, or by the full number of one: otherwise they are part of the order they led to.
 */
export async function listAllOrders(filters: AdminOrderListInput): Promise<Page<AdminOrderRow>> {
  const { cursor, limit } = filters;
  const after = decodeCursor(cursor, cursorKeys);
  const rows = await Order.findAll({
    where: { [Op.and]: [filtersOf(filters), after ? { id: { [Op.lt]: after[0] } } : {}] },
    attributes: summaryColumns,
    include: [{ model: User, attributes: ['id', 'email', 'name'] }],
    order: [['id', 'DESC']],
    limit: limit + 1,
    raw: true,
    nest: true,
  });
  const refunded = await refundedOf(rows);
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    (order) => ({ ...summaryOf(order, refunded), customer: customerOf(order.user) }),
  );
}

/** @throws if the order was loaded without its user. */
export function customerOf(user: User | undefined): Customer {
  if (!user) throw new Error('An order must be loaded with its customer.');
  return { id: user.id, email: user.email, name: user.name };
}

function filtersOf({ status, q, from, to }: AdminOrderListInput): WhereOptions<Order> {
  const conditions: WhereOptions<Order>[] = [];
  if (status) conditions.push({ status });
  else conditions.push({ [Op.or]: q ? [listedOrders, { number: numbersOf(q) }] : [listedOrders] });
  if (from) conditions.push({ placedAt: { [Op.gte]: new Date(from) } });
  if (to) conditions.push({ placedAt: { [Op.lte]: new Date(to) } });
  if (q) conditions.push(matches(q));
  return { [Op.and]: conditions };
}

/** People omit the prefix of a number, or type it in lower case. */
function numbersOf(q: string): string[] {
  const number = q.toUpperCase();
  return [number, `L-${number}`];
}

function matches(q: string): WhereOptions<Order> {
  return {
    [Op.or]: [
      ...numbersOf(q).map((number) => ({ number: beginsWith(number) })),
      { '$user.email$': emailBeginsWith(q) },
      contains('user.nameKey', foldText(q)),
    ],
  };
}
