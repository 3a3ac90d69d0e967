import { Order } from '@lantern/db/models/order';
import { OrderReturn } from '@lantern/db/models/order-return';
import { OrderReturnItem } from '@lantern/db/models/order-return-item';
import { Op, type WhereOptions } from '@lantern/db/query';
import { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import type { ReturnListInput } from './schema.ts';
import { type AdminReturn, viewReturns } from './view.ts';

const cursorKeys = z.tuple([z.number().int()]);

/** A page of the returns: those that wait for a decision oldest first, all others newest first. */
export async function listReturns({ status, order, cursor, limit }: ReturnListInput): Promise<Page<AdminReturn>> {
  const after = decodeCursor(cursor, cursorKeys);
  const direction = status === 'requested' ? 'ASC' : 'DESC';
  const beyond = after && { id: { [direction === 'ASC' ? Op.gt : Op.lt]: after[0] } };
  const filters: WhereOptions<OrderReturn> = {
    ...(status && { status }),
    ...(order && { orderId: await idOf(order) }),
  };
  const rows = await OrderReturn.findAll({
    where: { ...filters, ...beyond },
    include: [{ model: OrderReturnItem, separate: true, order: ['id'] }],
    order: [['id', direction]],
    limit: limit + 1,
  });
  const views = new Map((await viewReturns(rows.slice(0, limit))).map((view) => [view.id, view]));
  const page = toPage(
    rows,
    limit,
    ({ id }) => [id],
    ({ id }) => views.get(id),
  );
  return { ...page, items: page.items.filter((view) => view !== undefined) };
}

/** 0, of which there is none, for an unknown number. */
async function idOf(number: string): Promise<number> {
  const order = await Order.findOne({ where: { number }, attributes: ['id'], raw: true });
  return order?.id ?? 0;
}
