import type { Database } from '@lantern/db/database';
import type { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { giveBackUse } from '../promotions/uses.ts';
import { ShopError } from '../shared/shop-error.ts';
import { canTransition, type OrderStatus } from './order-status.ts';
import { queueStepMail, type StepFacts } from './step-mail.ts';
import { withdrawStepMail } from './withdraw-step-mail.ts';

interface TransitionFacts {
  /** Shown to the customer. */
  note?: string | null;
  /** What goes back to the customer with this transition. */
  refund?: StepFacts['refund'];
  parcel?: StepFacts['parcel'];
}

/**
 * Moves a locked order to its next status, records it in the timeline, gives back the use of a
 * coupon if nothing comes of the order, and writes to the customer. Call inside a
 * transaction.
 * @throws {ShopError} CONFLICT `illegal_transition`, with nothing changed.
 */
export async function transition(
  order: Order,
  to: OrderStatus,
  { note = null, refund = null, parcel }: TransitionFacts = {},
): Promise<void> {
  if (!canTransition(order.status, to)) throw illegalTransition(order.status, to);
  await order.update({ status: to });
  await OrderEvent.create({ orderId: order.id, status: to, note, amountCents: refund?.amountCents ?? null });
  if (order.couponCode !== null && (to === 'payment_failed' || to === 'cancelled')) await giveBackUse(order.id);
  await queueStepMail(order, to, { note, refund, parcel });
}

/** Reverts a locked order's last transition; the timeline records it as withdrawn, and so is the mail about it. */
export async function revert(order: Order, to: OrderStatus): Promise<void> {
  const withdrawn = order.status;
  await order.update({ status: to });
  await OrderEvent.create({ orderId: order.id, status: to, note: null, withdrawn });
  await withdrawStepMail(order, withdrawn);
}

/**
 * Moves an order from one status to the next without reading it first, and records it in the timeline; false, with
 * nothing changed, if it has another status. Call inside a transaction.
 */
export async function transitionFrom(
  database: Database,
  orderId: number,
  from: OrderStatus,
  to: OrderStatus,
): Promise<boolean> {
  if (!canTransition(from, to)) throw illegalTransition(from, to);
  const sql = 'UPDATE orders SET status = ?, updatedAt = ? WHERE id = ? AND status = ?';
  const { affectedRows } = await database.execute(sql, [to, new Date(), orderId, from]);
  if (affectedRows === 0) return false;
  await noteStatus(database, orderId, to);
  return true;
}

/** Records in the timeline that an order has this status from now on. */
export async function noteStatus(database: Database, orderId: number, status: OrderStatus): Promise<void> {
  const now = new Date();
  const sql = 'INSERT INTO order_events (orderId, status, createdAt, updatedAt) VALUES (?, ?, ?, ?)';
  await database.execute(sql, [orderId, status, now, now]);
}

/** For a transition that `transitions` does not allow. */
export function illegalTransition(from: OrderStatus, to: OrderStatus): ShopError {
  return new ShopError('CONFLICT', `An order that is ${inWords(from)} cannot become ${inWords(to)}.`, {
    reason: 'illegal_transition',
    details: { from, to },
  });
}

/** For a client whose view of the order is out of date: its status has changed since. */
export function statusChanged(expected: OrderStatus, status: OrderStatus): ShopError {
  return new ShopError('CONFLICT', `This order is already ${inWords(status)}. Nothing was changed.`, {
    reason: 'changed_since',
    details: { field: 'status', expected, status },
  });
}

function inWords(status: OrderStatus): string {
  return status.replaceAll('_', ' ');
}
