import type { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { ShopError } from '../shared/shop-error.ts';
import { mayStep, type OrderState } from './state-machine.ts';

interface Told {
  /** Shown to the customer. */
  note?: string | null;
  /** What goes back to the customer with this step, integer cents. */
  refundCents?: number;
}

/**
 * Moves a locked order one step on and writes it into the timeline. Call inside a transaction.
 * @throws {ShopError} CONFLICT `illegal_transition`, with nothing changed.
 */
export async function step(order: Order, to: OrderState, { note = null, refundCents = 0 }: Told = {}): Promise<void> {
  if (!mayStep(order.status, to)) throw illegalTransition(order.status, to);
  await order.update({ status: to });
  await OrderEvent.create({ orderId: order.id, status: to, note, amountCents: refundCents || null });
}

/** Takes a locked order's last step back: the timeline keeps the step and tells that it was withdrawn. */
export async function withdraw(order: Order, to: OrderState): Promise<void> {
  const withdrawn = order.status;
  await order.update({ status: to });
  await OrderEvent.create({ orderId: order.id, status: to, note: null, withdrawn });
}

export function illegalTransition(from: OrderState, to: OrderState): ShopError {
  return new ShopError('CONFLICT', `An order that is ${words(from)} cannot become ${words(to)}.`, {
    reason: 'illegal_transition',
    details: { from, to },
  });
}

/** Whoever asked for a step had another order before their eyes. */
export function movedMeanwhile(expected: OrderState, status: OrderState): ShopError {
  return new ShopError('CONFLICT', `This order is already ${words(status)}. Nothing was changed.`, {
    reason: 'changed_since',
    details: { field: 'status', expected, status },
  });
}

function words(state: OrderState): string {
  return state.replaceAll('_', ' ');
}
