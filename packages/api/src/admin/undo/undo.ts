import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { currentChanges } from '../../activity/renamed-fields.ts';
import { isUndoable } from '../../activity/undoable.ts';
import type { WithAccessLog } from '../../auth/access-log.ts';
import type { WithDelivery } from '../../delivery/methods.ts';
import type { WithFooterPages } from '../../pages/footer-pages.ts';
import type { WithdrawnMail } from '../../returns/decision-mail.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import { undoCategory } from './undo-category.ts';
import { undoDelivery } from './undo-delivery.ts';
import { changedSince, notUndoable } from './undo-fields.ts';
import { undoMailText } from './undo-mail-text.ts';
import { undoOrder } from './undo-order.ts';
import { undoPage } from './undo-page.ts';
import { undoProduct } from './undo-product.ts';
import { undoPromotion } from './undo-promotion.ts';
import { undoReturn } from './undo-return.ts';
import { undoSynonym } from './undo-synonym.ts';
import { undoTerm } from './undo-term.ts';
import { undoUser } from './undo-user.ts';
import { undoView } from './undo-view.ts';

type UndoServices = WithAccessLog & WithDatabase & WithDelivery & WithFooterPages & WithLanguages;
/** Restores the fields' old values through the entity's service, so that its rules apply to the undo as well. */
type Undo<Outcome> = (
  services: UndoServices,
  id: number,
  changes: FieldChange[],
  entry: ActivityEntry,
) => Promise<Outcome>;

/** An undo that was logged. */
interface Undone {
  /** Of the new entry. */
  seq: number;
  /** What became of the mail about what was undone; left out if that has none. */
  mail?: WithdrawnMail;
}

const undoers: Record<string, Undo<void> | Undo<WithdrawnMail | null>> = {
  product: undoProduct,
  category: undoCategory,
  user: undoUser,
  order: (_services, _id, _changes, entry) => undoOrder(entry),
  return: (_services, id, changes) => undoReturn(id, changes),
  synonym: undoSynonym,
  term: undoTerm,
  promotion: undoPromotion,
  delivery_method: undoDelivery,
  page: undoPage,
  view: undoView,
  mail_text: (services, _id, changes, entry) => undoMailText(services, entry.entityId, changes),
};

/**
 * Undoes one change by a new change, which is logged as well.
 * @throws {ShopError} NOT_FOUND; CONFLICT `not_undoable` for other kinds of changes and for status changes that
 * are too old, `changed_since` if a field no longer has the value the change gave it; and what the entity's
 * service throws.
 */
export async function undo(services: UndoServices, entrySeq: number): Promise<Undone> {
  const entry = await ActivityEntry.findByPk(entrySeq, { raw: true });
  if (!entry) throw notFound('entry');
  const undoer = undoers[entry.entityType];
  if (!undoer || !isUndoable(entry)) {
    throw notUndoable();
  }
  const { result: mail, seq } = await services.database.recorded(async () =>
    undoer(services, Number(entry.entityId), currentChanges(entry), entry),
  );
  if (seq !== null) return mail ? { seq, mail } : { seq };
  // Nothing changed: the values to restore are already current, such as the last position of a list.
  throw changedSince(entry.changes[0]?.field ?? 'it');
}
