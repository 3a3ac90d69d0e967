import type { WithDatabase } from '@lantern/db/database';
import type { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { OrderReturn } from '@lantern/db/models/order-return';
import { OrderReturnItem } from '@lantern/db/models/order-return-item';
import { lockOrder } from '../order-status/lock-order.ts';
import type { OrderKey } from '../orders/access.ts';
import { returnableQuantity, returnableUntil, returnsOf } from '../orders/returns.ts';
import { findOrder, orderByNumber } from '../orders/service.ts';
import type { OrderView } from '../orders/view.ts';
import { quantityBySku } from '../shared/quantity-by-sku.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { RequestReturnInput } from './schema.ts';

interface ReturnLine {
  orderItemId: number;
  quantity: number;
}

/**
 * Asks for a return of these items. What may be returned is decided while the order is locked.
 * @throws {ShopError} NOT_FOUND; BAD_REQUEST for a SKU that is not in the order; CONFLICT `not_delivered`,
 * `return_too_late` or `return_too_many`.
 */
export async function requestReturn(
  { database }: WithDatabase,
  key: OrderKey,
  { items, reason }: Pick<RequestReturnInput, 'items' | 'reason'>,
): Promise<OrderView> {
  const { id } = await findOrder(key);
  await database.transaction(async () => {
    const { order } = await lockOrder(id);
    await assertReturnable(order);
    const earlier = await returnsOf(id);
    const lines = await chosenLines(order, items, earlier);
    const number = `${order.number}-R${earlier.length + 1}`;
    const created = await OrderReturn.create({
      ...{ orderId: id, number, reason },
      status: 'requested',
      requestedAt: new Date(),
    });
    await OrderReturnItem.bulkCreate(lines.map((line) => ({ ...line, returnId: created.id })));
  });
  return orderByNumber(key);
}

async function assertReturnable(order: Order): Promise<void> {
  const events = await OrderEvent.findAll({ where: { orderId: order.id }, order: ['id'], raw: true });
  const until = returnableUntil(order, events);
  if (!until) {
    throw new ShopError('CONFLICT', 'Only a delivered order can be returned.', { reason: 'not_delivered' });
  }
  if (until < new Date()) {
    const message = 'The time for returning this order is over.';
    throw new ShopError('CONFLICT', message, { reason: 'return_too_late', details: { until: until.toISOString() } });
  }
}

async function chosenLines(
  { id: orderId }: Order,
  chosen: RequestReturnInput['items'],
  earlier: OrderReturn[],
): Promise<ReturnLine[]> {
  const bought = await OrderItem.findAll({ where: { orderId }, order: ['id'], raw: true });
  return [...quantityBySku(chosen)].map(([sku, quantity]) => {
    const item = bought.find((line) => line.sku === sku);
    if (!item) throw notInOrder(sku);
    const available = returnableQuantity(item, earlier);
    if (quantity > available) throw tooMany(item, available);
    return { orderItemId: item.id, quantity };
  });
}

function notInOrder(sku: string): ShopError {
  const message = `${sku} is not in this order.`;
  return new ShopError('BAD_REQUEST', message, { fieldErrors: { items: [message] } });
}

function tooMany({ sku, name }: OrderItem, available: number): ShopError {
  const message =
    available === 0 ? `Nothing is left to return of ${name}.` : `Only ${available} of ${name} can be returned.`;
  return new ShopError('CONFLICT', message, { reason: 'return_too_many', details: { sku, available } });
}
