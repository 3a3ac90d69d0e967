import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { idOf } from '../admin/orders/service.ts';
import { lockOrder } from '../checkout/settle.ts';
import { withdraw } from '../orders/transition.ts';
import { changesSince, withdrawalOf } from './order-steps.ts';
import { changedSince, notUndoable, refuseChanged } from './undo-fields.ts';

/**
 * Takes back a step of an order that was taken by mistake; call it in a transaction.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` once the time for it is over, `changed_since` when
 * anything has become of the order since: another step, or money that went back.
 */
export async function undoOrder(entry: ActivityEntry): Promise<void> {
  const { order } = await lockOrder(await idOf(entry.entityId));
  const to = withdrawalOf(entry);
  if (!to) throw notUndoable();
  for (const change of entry.changes) refuseChanged(change, order.get(change.field));
  const [moved] = await changesSince(entry);
  if (moved) throw changedSince(moved.field);
  await withdraw(order, to);
}
