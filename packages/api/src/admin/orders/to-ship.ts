import { type AddressSnapshot, type DeliverySnapshot, Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Parcel } from '@lantern/db/models/parcel';
import { ParcelItem } from '@lantern/db/models/parcel-item';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { z } from 'zod';
import type { OrderStatus } from '../../order-status/order-status.ts';
import { unshippedLines } from '../../parcels/parcels.ts';
import { groupBy } from '../../shared/group-by.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { type Customer, customerOf } from './list.ts';
import type { ToShipInput } from './schema.ts';

/** An order of which something is still to be packed. */
export interface OrderToShip {
  number: string;
  status: OrderStatus;
  /** ISO 8601, UTC. */
  placedAt: string;
  customer: Customer;
  shippingAddress: AddressSnapshot;
  /** As it was bought; null for orders placed before there was a choice. */
  deliveryMethod: DeliverySnapshot | null;
  /** What is left to pack; empty if all of it went back in stock. */
  items: { sku: string; name: string; options: Record<string, string>; quantity: number }[];
}

const waiting = ['paid', 'partially_shipped'] as const;
const cursorKeys = z.tuple([z.number().int()]);

/** The orders that are to be packed, oldest first. */
export async function ordersToShip({ cursor, limit }: ToShipInput): Promise<Page<OrderToShip>> {
  const after = decodeCursor(cursor, cursorKeys);
  // A query for each status, so that each reads its beginning of one index; one for both would sort all of them.
  const found = await Promise.all(waiting.map((status) => oldest(status, after, limit + 1)));
  const orders = found.flat().sort((a, b) => a.id - b.id);
  const page = orders.slice(0, limit + 1);
  const left = await leftOf(page);
  return toPage(
    page,
    limit,
    ({ id }) => [id],
    (order) => ({
      number: order.number,
      status: order.status,
      placedAt: order.placedAt.toISOString(),
      customer: customerOf(order),
      shippingAddress: order.shippingAddress,
      deliveryMethod: order.deliveryMethod,
      items: left(order.id).map(({ item: { sku, name, options }, quantity }) => ({ sku, name, options, quantity })),
    }),
  );
}

function oldest(status: OrderStatus, after: [number] | null, limit: number): Promise<Order[]> {
  return Order.findAll({
    where: { status, ...(after && { id: { [Op.gt]: after[0] } }) },
    attributes: ['id', 'number', 'status', 'placedAt', 'userId', 'email', 'shippingAddress', 'deliveryMethod'],
    include: [{ model: User, attributes: ['id', 'email', 'name'] }],
    order: ['id'],
    limit,
    raw: true,
    nest: true,
  });
}

/** What is left of each of these orders, with two queries for all. */
async function leftOf(orders: Order[]) {
  const where = { orderId: orders.map(({ id }) => id) };
  const [items, parcels] = await Promise.all([
    OrderItem.findAll({ where, order: ['id'], raw: true }),
    Parcel.findAll({ where, include: [ParcelItem] }),
  ]);
  const itemsOf = groupBy(items, ({ orderId }) => orderId);
  const parcelsOf = groupBy(parcels, ({ orderId }) => orderId);
  return (orderId: number) => unshippedLines(itemsOf.get(orderId) ?? [], parcelsOf.get(orderId) ?? []);
}
