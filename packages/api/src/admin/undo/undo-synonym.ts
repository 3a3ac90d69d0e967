import type { WithDatabase } from '@lantern/db/database';
import type { ActivityEntry, FieldChange } from '@lantern/db/models/activity-entry';
import { SearchSynonym } from '@lantern/db/models/search-synonym';
import { notFound } from '../../shared/shop-error.ts';
import { saveSynonymsInput } from '../synonyms/schema.ts';
import { saveSynonyms } from '../synonyms/service.ts';
import { accepted, changedSince, fieldsBefore, refuseChanged } from './undo-fields.ts';

/** Undoes a change of a group of synonyms, or its removal; call it in a transaction. */
export async function undoSynonym(
  services: WithDatabase,
  id: number,
  changes: FieldChange[],
  { action }: Pick<ActivityEntry, 'action'>,
): Promise<void> {
  if (action === 'synonym.delete') return bringBack(id, changes);
  const group = await SearchSynonym.findByPk(id, { lock: true });
  if (!group) throw notFound('group of synonyms');
  for (const change of changes) refuseChanged(change, group.get(change.field));
  const { words } = fieldsBefore(changes);
  await saveSynonyms(services, accepted(saveSynonymsInput, { id, words: String(words).split(', ') }));
}

/** Under its old number, so that its history goes on. @throws {ShopError} CONFLICT `changed_since` where it is back already. */
async function bringBack(id: number, changes: FieldChange[]): Promise<void> {
  if (await SearchSynonym.findByPk(id, { lock: true })) throw changedSince('words');
  const { words } = accepted(saveSynonymsInput, { words: String(fieldsBefore(changes).words).split(', ') });
  await SearchSynonym.create({ id, words: words.join(', ') });
}
