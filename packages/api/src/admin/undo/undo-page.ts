import type { FieldChange } from '@lantern/db/base/field-change';
import { pageFields, StorePage } from '@lantern/db/models/store-page';
import { notFound } from '../../shared/shop-error.ts';
import { updatePageInput } from '../pages/schema.ts';
import { type PageServices, removePage, restorePage, updatePage } from '../pages/service.ts';
import { pageTexts } from '../pages/texts.ts';
import { assertUnchanged, changedSince, effectOn, fieldsBefore, parseOrConflict } from './undo-fields.ts';
import { textsBefore } from './undo-texts.ts';

/** Undoes a change to a page, its creation or its removal; call it in a transaction. */
export async function undoPage(services: PageServices, id: number, changes: FieldChange[]): Promise<void> {
  const page = await StorePage.findByPk(id, { lock: true });
  const effect = effectOn(changes, 'slug');
  const inTexts = changes.filter(({ field }) => field.startsWith('texts.'));
  const own = changes.filter((change) => !inTexts.includes(change));
  const texts = textsBefore(inTexts, await pageTexts(id));
  const before = { ...fieldsBefore(own), texts };
  if (effect === 'removed') {
    if (page) throw changedSince('slug');
    const { id: restored, ...fields } = parseOrConflict(updatePageInput, { id, ...before });
    await restorePage(services, restored, fields);
    return;
  }
  if (!page) throw notFound('page');
  for (const change of own) assertUnchanged(change, page.get(change.field));
  if (effect === 'created') {
    await removePage(services, id);
    return;
  }
  const current = Object.fromEntries(pageFields.map((field) => [field, page[field]]));
  await updatePage(services, parseOrConflict(updatePageInput, { id, ...current, ...before }));
}
