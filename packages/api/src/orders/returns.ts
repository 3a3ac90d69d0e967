import type { Order } from '@lantern/db/models/order';
import type { OrderEvent } from '@lantern/db/models/order-event';
import type { OrderItem } from '@lantern/db/models/order-item';
import { OrderReturn, type ReturnStatus } from '@lantern/db/models/order-return';
import { OrderReturnItem } from '@lantern/db/models/order-return-item';
import { DAY_MS } from '../shared/dates.ts';

/** How long after the delivery a return may be requested. */
const PERIOD_MS = 30 * DAY_MS;

/** A return as the customer sees it. */
export interface ReturnView {
  id: number;
  /** `L-22223333-R1`, which the customer writes on the parcel. */
  number: string;
  status: ReturnStatus;
  /** The customer's words. */
  reason: string;
  /** The store's words about its decision. */
  note: string | null;
  /** ISO 8601, UTC. */
  requestedAt: string;
  decidedAt: string | null;
  receivedAt: string | null;
  items: { sku: string; name: string; options: Record<string, string>; quantity: number }[];
}

/** An order's returns with what is in them, oldest first. */
export function returnsOf(orderId: number): Promise<OrderReturn[]> {
  return OrderReturn.findAll({
    where: { orderId },
    include: [OrderReturnItem],
    order: ['id', ['items', 'id', 'ASC']],
  });
}

/**
 * How much of a line may still be returned: what was bought, without what is in returns that are not refused, and without
 * what came back otherwise or never left.
 */
export function returnableQuantity(item: OrderItem, returns: OrderReturn[]): number {
  const asked = quantityIn(returns, item, ({ status }) => status !== 'refused');
  const restocked = quantityIn(returns, item, ({ restocked }) => restocked);
  return Math.max(item.quantity - asked - (item.restockedQuantity - restocked), 0);
}

/** How much of a line is in those of these returns that are `counted`. */
export function quantityIn(returns: OrderReturn[], { id }: OrderItem, counted: (one: OrderReturn) => boolean): number {
  const lines = returns.filter(counted).flatMap(({ items = [] }) => items);
  return lines.reduce((sum, { orderItemId, quantity }) => sum + (orderItemId === id ? quantity : 0), 0);
}

/** Until when a return may be requested; null unless the order is delivered. `events` are the order's, oldest first. */
export function returnableUntil({ status }: Order, events: OrderEvent[]): Date | null {
  if (status !== 'delivered') return null;
  const delivered = events.findLast((event) => event.status === 'delivered');
  return delivered ? new Date(delivered.createdAt.getTime() + PERIOD_MS) : null;
}

export function viewReturn(returned: OrderReturn, items: OrderItem[]): ReturnView {
  const { id, number, status, reason, note, requestedAt, decidedAt, receivedAt } = returned;
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return {
    ...{ id, number, status, reason, note },
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    receivedAt: receivedAt?.toISOString() ?? null,
    items: (returned.items ?? []).flatMap(({ orderItemId, quantity }) => {
      const item = itemOf.get(orderItemId);
      return item ? [{ sku: item.sku, name: item.name, options: item.options, quantity }] : [];
    }),
  };
}
