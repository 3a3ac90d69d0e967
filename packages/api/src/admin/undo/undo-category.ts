import type { FieldChange } from '@lantern/db/base/field-change';
import { notFound } from '../../shared/shop-error.ts';
import { updateCategoryInput } from '../categories/schema.ts';
import { type CategoryServices, updateCategory } from '../categories/service.ts';
import { categoryTexts } from '../categories/texts.ts';
import { lockTree } from '../categories/tree.ts';
import { assertUnchanged, changedSince, fieldsBefore, parseOrConflict } from './undo-fields.ts';
import { textsBefore } from './undo-texts.ts';

/** Undoes a change to a category; call it in a transaction. */
export async function undoCategory(services: CategoryServices, id: number, changes: FieldChange[]): Promise<void> {
  const tree = await lockTree();
  const category = tree.byId(id);
  if (!category) throw notFound('category');
  const inTexts = changes.filter(({ field }) => field.startsWith('texts.'));
  const own = changes.filter((change) => !inTexts.includes(change));
  for (const change of own) assertUnchanged(change, category.get(change.field));
  const { parentId, ...before } = fieldsBefore(own);
  const texts = textsBefore(inTexts, (await categoryTexts(id)).get(id) ?? {});
  const fields = { ...before, texts };
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
