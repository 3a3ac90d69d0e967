import type { FieldChange } from '@lantern/db/models/activity-entry';
import { SearchSynonym } from '@lantern/db/models/search-synonym';
import { saveSynonymsInput } from '../admin/synonyms/schema.ts';
import { saveSynonyms } from '../admin/synonyms/service.ts';
import type { Shop } from '../context.ts';
import { notFound } from '../shared/shop-error.ts';
import { accepted, fieldsBefore, refuseChanged } from './undo-fields.ts';

/** Undoes a change of a group of synonyms; call it in a transaction. */
export async function undoSynonym(shop: Shop, id: number, changes: FieldChange[]): Promise<void> {
  const group = await SearchSynonym.findByPk(id, { lock: true });
  if (!group) throw notFound('group of synonyms');
  for (const change of changes) refuseChanged(change, group.get(change.field));
  const { words } = fieldsBefore(changes);
  await saveSynonyms(shop, accepted(saveSynonymsInput, { id, words: String(words).split(', ') }));
}
