import { Order } from '@lantern/db/models/order';
import { Op } from '@lantern/db/query';
import { z } from 'zod';
import { lockOrder } from '../checkout/settle.ts';
import type { Shop } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../shared/paging.ts';
import { notFound } from '../shared/shop-error.ts';
import { endOrder, releaseMoney } from './ending.ts';
import type { OrderState } from './state-machine.ts';
import { type OrderView, partsOf, viewOrder } from './view.ts';

export interface OrderSummary {
  number: string;
  status: OrderState;
  /** ISO 8601, UTC. */
  placedAt: string;
  totalCents: number;
  itemCount: number;
}

const cursorKeys = z.tuple([z.number().int()]);

/** A user's orders, newest first. */
export async function listOrders(
  userId: number,
  { cursor, limit }: { cursor?: string | null; limit: number },
): Promise<Page<OrderSummary>> {
  const after = decodeCursor(cursor, cursorKeys);
  const rows = await Order.findAll({
    where: { userId, ...(after && { id: { [Op.lt]: after[0] } }) },
    attributes: ['id', 'number', 'status', 'placedAt', 'totalCents', 'itemCount'],
    order: [['id', 'DESC']],
    limit: limit + 1,
    raw: true,
  });
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    ({ number, status, placedAt, totalCents, itemCount }) => ({
      number,
      status,
      placedAt: placedAt.toISOString(),
      totalCents,
      itemCount,
    }),
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
