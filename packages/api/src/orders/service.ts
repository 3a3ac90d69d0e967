import { Order } from '@lantern/db/models/order';
import { Op } from '@lantern/db/query';
import { z } from 'zod';
import { lockOrder } from '../checkout/settle.ts';
import type { Shop } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../shared/paging.ts';
import { notFound } from '../shared/shop-error.ts';
import { realOrders } from './attempts.ts';
import { endOrder, releaseMoney } from './ending.ts';
import { type OrderSummary, refundedOf, summaryColumns, summaryOf } from './summary.ts';
import { type OrderView, partsOf, viewOrder } from './view.ts';

const cursorKeys = z.tuple([z.number().int()]);

/** A user's orders, newest first. Declined tries to pay belong to the order that came of them, and are not listed. */
export async function listOrders(
  userId: number,
  { cursor, limit }: { cursor?: string | null; limit: number },
): Promise<Page<OrderSummary>> {
  const after = decodeCursor(cursor, cursorKeys);
  const rows = await Order.findAll({
    where: { userId, ...realOrders, ...(after && { id: { [Op.lt]: after[0] } }) },
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

/** @throws {ShopError} NOT_FOUND, for another's order too. */
export async function orderByNumber(userId: number, number: string): Promise<OrderView> {
  const order = await ownOrder(userId, number);
  return viewOrder(order, await partsOf(order));
}

/**
 * Cancels an order that has not been shipped: its goods go back on the shelf, its money goes back.
 * @throws {ShopError} NOT_FOUND, or CONFLICT `illegal_transition`.
 */
export async function cancelOrder(shop: Shop, userId: number, number: string): Promise<OrderView> {
  const { id } = await ownOrder(userId, number);
  await shop.database.transaction(async () => endOrder(await lockOrder(id), { to: 'cancelled', goods: true }));
  await releaseMoney(shop, id);
  return orderByNumber(userId, number);
}

async function ownOrder(userId: number, number: string): Promise<Order> {
  const order = await Order.findOne({ where: { userId, number }, raw: true });
  if (!order) throw notFound('order');
  return order;
}
