import { Order } from '@lantern/db/models/order';
import { Op } from '@lantern/db/query';
import { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../shared/paging.ts';
import { notFound } from '../shared/shop-error.ts';
import type { OrderKey } from './access.ts';
import { listedOrders } from './attempts.ts';
import { type OrderSummary, refundedOf, summaryColumns, summaryOf } from './summary.ts';
import { type OrderView, partsOf, viewOrder } from './view.ts';

const cursorKeys = z.tuple([z.number().int()]);

/** A user's orders, newest first, without declined attempts: those are part of the order they led to. */
export async function listOrders(
  userId: number,
  { cursor, limit }: { cursor?: string | null; limit: number },
): Promise<Page<OrderSummary>> {
  const after = decodeCursor(cursor, cursorKeys);
  const rows = await Order.findAll({
    where: { userId, ...listedOrders, ...(after && { id: { [Op.lt]: after[0] } }) },
    attributes: summaryColumns,
    order: [['id', 'DESC']],
    limit: limit + 1,
    raw: true,
  });
  const refunded = await refundedOf(rows);
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    (order) => summaryOf(order, refunded),
  );
}

/** An order in full. @throws {ShopError} NOT_FOUND, also for another user's order. */
export async function orderByNumber(key: OrderKey): Promise<OrderView> {
  const order = await findOrder(key);
  return viewOrder(order, await partsOf(order));
}

/** An order, unlocked. @throws {ShopError} NOT_FOUND, also for another user's order. */
export async function findOrder(key: OrderKey): Promise<Order> {
  const order = await Order.findOne({ where: { ...key }, raw: true });
  if (!order) throw notFound('order');
  return order;
}
