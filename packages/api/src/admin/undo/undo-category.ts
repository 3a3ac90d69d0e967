import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { notFound } from '../../shared/shop-error.ts';
import { updateCategoryInput } from '../categories/schema.ts';
import { updateCategory } from '../categories/service.ts';
import { lockTree } from '../categories/tree.ts';
import { assertUnchanged, changedSince, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a category; call it in a transaction. */
export async function undoCategory(services: WithDatabase, id: number, changes: FieldChange[]): Promise<void> {
  const tree = await lockTree();
  const category = tree.byId(id);
  if (!category) throw notFound('category');
  for (const change of changes) assertUnchanged(change, category.get(change.field));
  const { parentId, ...fields } = fieldsBefore(changes);
  if (parentId === undefined) {
    await updateCategory(services, parseOrConflict(updateCategoryInput, { id, ...fields }));
    return;
  }
  const parent = parentId === null ? null : tree.byId(Number(parentId));
  if (parent === undefined) throw changedSince('parentId');
  // Without a position it would be appended after its former siblings.
  const { position } = category;
  const input = { id, position, ...fields, parentSlug: parent ? parent.slug : null };
  await updateCategory(services, parseOrConflict(updateCategoryInput, input));
}
