import { Order } from '@lantern/db/models/order';
import { lockOrder } from '../../order-status/lock-order.ts';
import { manualTransitions } from '../../order-status/order-status.ts';
import { illegalTransition, statusChanged, transition } from '../../order-status/transition.ts';
import { shipParcel } from '../../parcels/ship.ts';
import type { PaymentServices } from '../../payments/provider.ts';
import { closeOrder, settleMoney } from '../../settlement/close-order.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { SetNoteInput, SetStatusInput } from './schema.ts';
import { type AdminOrderView, adminOrder } from './view.ts';

/**
 * Changes an order's status. Shipping makes one parcel of all that is left. Cancelling and refunding refund everything that is left of the payment; if the
 * provider does not answer, the refund is returned as `due` and the reconciler processes it later.
 * @throws {ShopError} NOT_FOUND, or, with nothing changed, CONFLICT `illegal_transition`, or `changed_since` if the
 * status is no longer `from`.
 */
export async function setStatus(services: PaymentServices, input: SetStatusInput): Promise<AdminOrderView> {
  const { number, status, from, note, restock } = input;
  const id = await idOf(number);
  const closes = status === 'cancelled' || status === 'refunded';
  await services.database.transaction(async () => {
    const locked = await lockOrder(id);
    const { order } = locked;
    if (from && order.status !== from) throw statusChanged(from, order.status);
    if (!manualTransitions(order.status).includes(status)) throw illegalTransition(order.status, status);
    if (closes)
      await closeOrder(services, locked, { to: status, restockItems: restock ?? status === 'cancelled', note });
    else if (status === 'shipped') await shipParcel(order, { note });
    else await transition(order, status, { note });
  });
  if (closes) await settleMoney(services, id);
  return adminOrder(number);
}

/**
 * Sets the internal note, which only admins see.
 * @throws {ShopError} NOT_FOUND; CONFLICT `version_conflict` if it is no longer what it was `before`.
 */
export async function setNote(
  services: PaymentServices,
  { number, internalNote, before }: SetNoteInput,
): Promise<AdminOrderView> {
  await services.database.transaction(async () => {
    const order = await Order.findOne({ where: { number }, lock: true });
    if (!order) throw notFound('order');
    if (before !== undefined && before !== order.internalNote) {
      throw new ShopError('CONFLICT', 'Someone else has changed this note since you opened it.', {
        reason: 'version_conflict',
      });
    }
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
