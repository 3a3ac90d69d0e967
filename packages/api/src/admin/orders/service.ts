import { Order } from '@lantern/db/models/order';
import { lockOrder } from '../../checkout/settle.ts';
import type { Shop } from '../../context.ts';
import { endOrder, releaseMoney } from '../../orders/ending.ts';
import { stepsByHand } from '../../orders/state-machine.ts';
import { illegalTransition, movedMeanwhile, step } from '../../orders/transition.ts';
import { notFound } from '../../shared/shop-error.ts';
import type { SetNoteInput, SetStatusInput } from './schema.ts';
import { type AdminOrderView, adminOrder } from './view.ts';

/**
 * Takes an order a step on. Cancelling and refunding give all that is left of the money back; where the
 * provider does not answer, the refund stays `due` in what this returns, and is paid by itself later.
 * @throws {ShopError} NOT_FOUND, or, with nothing changed, CONFLICT `illegal_transition`, `changed_since` where the
 * order is no longer what `from` says.
 */
export async function setStatus(shop: Shop, input: SetStatusInput): Promise<AdminOrderView> {
  const { number, status, from, note, restock } = input;
  const id = await idOf(number);
  const ends = status === 'cancelled' || status === 'refunded';
  await shop.database.transaction(async () => {
    const locked = await lockOrder(id);
    const { order } = locked;
    if (from && order.status !== from) throw movedMeanwhile(from, order.status);
    if (!stepsByHand(order.status).includes(status)) throw illegalTransition(order.status, status);
    if (ends) await endOrder(locked, { to: status, goods: restock ?? status === 'cancelled', note });
    else await step(order, status, { note });
  });
  if (ends) await releaseMoney(shop, id);
  return adminOrder(number);
}

/** Writes the note that only admins see. @throws {ShopError} NOT_FOUND. */
export async function setNote(shop: Shop, { number, internalNote }: SetNoteInput): Promise<AdminOrderView> {
  await shop.database.transaction(async () => {
    const order = await Order.findOne({ where: { number }, lock: true });
    if (!order) throw notFound('order');
    await order.update({ internalNote });
  });
  return adminOrder(number);
}

/** @throws {ShopError} NOT_FOUND. */
export async function idOf(number: string): Promise<number> {
  const order = await Order.findOne({ where: { number }, attributes: ['id'], raw: true });
  if (!order) throw notFound('order');
  return order.id;
}
