import { OrderReturn, type ReturnStatus } from '@lantern/db/models/order-return';
import { OrderReturnItem } from '@lantern/db/models/order-return-item';
import { type LockedOrder, lockOrder } from '../../order-status/lock-order.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';

/** A return, with its items, and its order, locked until the transaction ends. */
export interface LockedReturn extends LockedOrder {
  returned: OrderReturn;
}

/** Locks the order before the return, as whoever requests one does. @throws {ShopError} NOT_FOUND. */
export async function lockReturn(id: number): Promise<LockedReturn> {
  const found = await OrderReturn.findByPk(id, { attributes: ['orderId'], raw: true });
  if (!found) throw notFound('return');
  const locked = await lockOrder(found.orderId);
  const returned = await OrderReturn.findByPk(id, { include: [OrderReturnItem], lock: true, rejectOnEmpty: true });
  return { ...locked, returned };
}

/** For a step that does not follow the status that the return has. */
export function illegalStep(from: ReturnStatus, to: ReturnStatus): ShopError {
  const message = from === 'requested' ? 'This return is not accepted yet.' : `This return is already ${from}.`;
  return new ShopError('CONFLICT', message, { reason: 'illegal_transition', details: { from, to } });
}
