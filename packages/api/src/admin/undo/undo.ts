import type { WithDatabase } from '@lantern/db/database';
import { ActivityEntry, type FieldChange } from '@lantern/db/models/activity-entry';
import { isUndoable } from '../../activity/undoable.ts';
import { notFound } from '../../shared/shop-error.ts';
import { undoCategory } from './undo-category.ts';
import { changedSince, notUndoable } from './undo-fields.ts';
import { undoOrder } from './undo-order.ts';
import { undoProduct } from './undo-product.ts';
import { undoSynonym } from './undo-synonym.ts';
import { undoUser } from './undo-user.ts';

/** Brings back what stood in these fields before, through the thing's own service: its rules hold for this change, too. */
type Undo = (services: WithDatabase, id: number, changes: FieldChange[], entry: ActivityEntry) => Promise<void>;

const undoers: Record<string, Undo> = {
  product: undoProduct,
  category: undoCategory,
  user: undoUser,
  order: (_services, _id, _changes, entry) => undoOrder(entry),
  synonym: undoSynonym,
};

/**
 * Undoes one change, as a new one that is logged in its turn; answers the new entry's number.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` for a change of another kind or an old step of an order, `changed_since`
 * when a field is no longer what the change made it; and what the thing's own service throws.
 */
export async function undo(services: WithDatabase, entrySeq: number): Promise<number> {
  const entry = await ActivityEntry.findByPk(entrySeq, { raw: true });
  if (!entry) throw notFound('entry');
  const undoer = undoers[entry.entityType];
  if (!undoer || !isUndoable(entry)) {
    throw notUndoable();
  }
  const { seq } = await services.database.recorded(() =>
    undoer(services, Number(entry.entityId), entry.changes, entry),
  );
  if (seq !== null) return seq;
  // What it would bring back, a place at the end of a list, say, is no longer another one.
  throw changedSince(entry.changes[0]?.field ?? 'it');
}
