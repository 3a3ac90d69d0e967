import type { WithDatabase } from '@lantern/db/database';
import { ActivityEntry, type FieldChange } from '@lantern/db/models/activity-entry';
import { currentChanges } from '../../activity/renamed-fields.ts';
import { isUndoable } from '../../activity/undoable.ts';
import { notFound } from '../../shared/shop-error.ts';
import { undoCategory } from './undo-category.ts';
import { changedSince, notUndoable } from './undo-fields.ts';
import { undoOrder } from './undo-order.ts';
import { undoProduct } from './undo-product.ts';
import { undoSynonym } from './undo-synonym.ts';
import { undoUser } from './undo-user.ts';

/** Restores what these fields held before, through the entity's own service, so that its rules hold for this change, too. */
type Undo = (services: WithDatabase, id: number, changes: FieldChange[], entry: ActivityEntry) => Promise<void>;

const undoers: Record<string, Undo> = {
  product: undoProduct,
  category: undoCategory,
  user: undoUser,
  order: (_services, _id, _changes, entry) => undoOrder(entry),
  synonym: undoSynonym,
};

/**
 * Undoes one change, as a new one that is logged in its turn; returns the new entry's number.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` for a change of another kind or an order's transition that is too old, `changed_since`
 * when a field is no longer what the change made it; and what the entity's own service throws.
 */
export async function undo(services: WithDatabase, entrySeq: number): Promise<number> {
  const entry = await ActivityEntry.findByPk(entrySeq, { raw: true });
  if (!entry) throw notFound('entry');
  const undoer = undoers[entry.entityType];
  if (!undoer || !isUndoable(entry)) {
    throw notUndoable();
  }
  const { seq } = await services.database.recorded(() =>
    undoer(services, Number(entry.entityId), currentChanges(entry), entry),
  );
  if (seq !== null) return seq;
  // What it would restore (the last position of a list, say) is already there.
  throw changedSince(entry.changes[0]?.field ?? 'it');
}
