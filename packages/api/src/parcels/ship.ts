import type { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { canTransition } from '../order-status/order-status.ts';
import { queueStepMail } from '../order-status/step-mail.ts';
import { illegalTransition, transition } from '../order-status/transition.ts';
import { chosenLines, createParcel, type Tracking, unshippedOf } from './parcels.ts';

interface Shipment {
  /** What goes into the parcel; left out: all that is left. */
  items?: { sku: string; quantity: number }[];
  tracking?: Tracking;
  /** Shown to the customer. */
  note?: string | null;
}

const untracked: Tracking = { carrier: null, trackingNumber: null, trackingUrl: null };

/**
 * Sends a parcel of a locked order, records it in the timeline and writes to the customer. The order is then `shipped` if
 * nothing is left, else `partially_shipped`. Call inside a transaction.
 * @throws {ShopError} CONFLICT `illegal_transition` or `parcel_too_large`; roll the transaction back.
 */
export async function shipParcel(order: Order, { items, tracking = untracked, note = null }: Shipment): Promise<void> {
  if (!canTransition(order.status, 'shipped')) throw illegalTransition(order.status, 'shipped');
  const left = await unshippedOf(order);
  const lines = items ? chosenLines(left, items) : left;
  const isLast = quantityOf(lines) === quantityOf(left);
  // All that was left may be back in stock: then the order is complete, without another parcel.
  if (lines.length > 0) await createParcel(order, lines, tracking);
  const contents = lines.map(({ item, quantity, before }) => ({ itemId: item.id, quantity, before }));
  const facts = { note, parcel: { ...tracking, items: contents } };
  if (isLast) return transition(order, 'shipped', facts);
  if (order.status !== 'partially_shipped') return transition(order, 'partially_shipped', facts);
  await OrderEvent.create({ orderId: order.id, status: order.status, note });
  await queueStepMail(order, order.status, facts);
}

/** Completes a locked order of which nothing is left to ship, since the rest is back in stock. */
export async function completeShipping(order: Order): Promise<void> {
  if (order.status !== 'partially_shipped' || (await unshippedOf(order)).length > 0) return;
  await order.update({ status: 'shipped' });
  await OrderEvent.create({ orderId: order.id, status: 'shipped', note: null });
}

function quantityOf(lines: { quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
