import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { changesSince, reversalOf } from '../../activity/revertible-status.ts';
import { lockOrder } from '../../orders/lock-order.ts';
import { revert } from '../../orders/transition.ts';
import { idOf } from '../orders/service.ts';
import { changedSince, notUndoable, refuseChanged } from './undo-fields.ts';

/**
 * Takes back a step of an order that was taken by mistake; call it in a transaction.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` once the time for it is over, `changed_since` when
 * anything has become of the order since: another step, or money that went back.
 */
export async function undoOrder(entry: ActivityEntry): Promise<void> {
  const { order } = await lockOrder(await idOf(entry.entityId));
  const to = reversalOf(entry);
  if (!to) throw notUndoable();
  for (const change of entry.changes) refuseChanged(change, order.get(change.field));
  const [moved] = await changesSince(entry);
  if (moved) throw changedSince(moved.field);
  await revert(order, to);
}
