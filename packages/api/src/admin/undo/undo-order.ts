import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { changesSince, reversalOf } from '../../activity/revertible-status.ts';
import { lockOrder } from '../../orders/lock-order.ts';
import { revert } from '../../orders/transition.ts';
import { idOf } from '../orders/service.ts';
import { assertUnchanged, changedSince, notUndoable } from './undo-fields.ts';

/**
 * Reverts a mistaken status change of an order; call it in a transaction.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` after the time limit, `changed_since` if the status has
 * changed or a refund was created since.
 */
export async function undoOrder(entry: ActivityEntry): Promise<void> {
  const { order } = await lockOrder(await idOf(entry.entityId));
  const to = reversalOf(entry);
  if (!to) throw notUndoable();
  for (const change of entry.changes) assertUnchanged(change, order.get(change.field));
  const [later] = await changesSince(entry);
  if (later) throw changedSince(later.field);
  await revert(order, to);
}
