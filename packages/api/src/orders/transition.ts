import type { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { ShopError } from '../shared/shop-error.ts';
import { mayStep, type OrderState } from './state-machine.ts';

/**
 * Moves a locked order one step on and writes it into the timeline. Call inside a transaction.
 * @throws {ShopError} CONFLICT `illegal_transition`, with nothing changed.
 */
export async function step(order: Order, to: OrderState, note: string | null = null): Promise<void> {
  if (!mayStep(order.status, to)) throw illegalTransition(order.status, to);
  await order.update({ status: to });
  await OrderEvent.create({ orderId: order.id, status: to, note });
}

export function illegalTransition(from: OrderState, to: OrderState): ShopError {
  return new ShopError('CONFLICT', `An order that is ${words(from)} cannot become ${words(to)}.`, {
    reason: 'illegal_transition',
    details: { from, to },
  });
}

function words(state: OrderState): string {
  return state.replaceAll('_', ' ');
}
