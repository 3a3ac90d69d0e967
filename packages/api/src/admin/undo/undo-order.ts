import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { changesSince, reversalOf } from '../../activity/revertible-status.ts';
import { lockOrder } from '../../order-status/lock-order.ts';
import { revert } from '../../order-status/transition.ts';
import { removeParcel } from '../../parcels/parcels.ts';
import { idOf } from '../orders/service.ts';
import { assertUnchanged, changedSince, notUndoable } from './undo-fields.ts';

/**
 * Reverts a mistaken status change of an order, and takes back the parcel that left with it; call it in a transaction.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` after the time limit, `changed_since` if the status has
 * changed or a refund was created since.
 */
export async function undoOrder(entry: ActivityEntry): Promise<void> {
  const { order } = await lockOrder(await idOf(entry.entityId));
  const reversal = reversalOf(entry);
  if (!reversal) throw notUndoable();
  for (const change of entry.changes) if (change.field === 'status') assertUnchanged(change, order.status);
  const [later] = await changesSince(entry);
  if (later) throw changedSince(later.field);
  if (reversal.parcel !== null) await removeParcel(order, reversal.parcel);
  await revert(order, reversal.status);
}
