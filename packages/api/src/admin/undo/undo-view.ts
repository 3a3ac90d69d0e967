import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { SavedView } from '@lantern/db/models/saved-view';
import { notFound } from '../../shared/shop-error.ts';
import { saveViewInput } from '../views/schema.ts';
import { createView, removeView, saveView } from '../views/service.ts';
import { assertUnchanged, changedSince, effectOn, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to an admin's view of a list, its creation or its removal; call it in a transaction. */
export async function undoView(services: WithDatabase, id: number, changes: FieldChange[]): Promise<void> {
  const view = await SavedView.findByPk(id, { lock: true });
  const effect = effectOn(changes, 'list');
  const { userId, ...before } = fieldsBefore(changes);
  if (effect === 'removed') {
    if (view) throw changedSince('name');
    await createView({ ...parseOrConflict(saveViewInput, { id, ...before }), userId: Number(userId) });
    return;
  }
  if (!view) throw notFound('view');
  for (const change of changes) assertUnchanged(change, view.get(change.field));
  if (effect === 'created') return removeView(services, view.userId, id);
  const { list, name, query } = view;
  await saveView(services, view.userId, parseOrConflict(saveViewInput, { id, list, name, query, ...before }));
}
