import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { SearchSynonym } from '@lantern/db/models/search-synonym';
import { notFound } from '../../shared/shop-error.ts';
import { saveSynonymsInput } from '../synonyms/schema.ts';
import { saveSynonyms } from '../synonyms/service.ts';
import { assertUnchanged, changedSince, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a group of synonyms, or its removal; call it in a transaction. */
export async function undoSynonym(
  services: WithDatabase,
  id: number,
  changes: FieldChange[],
  { action }: Pick<ActivityEntry, 'action'>,
): Promise<void> {
  if (action === 'synonym.delete') return restoreGroup(id, changes);
  const group = await SearchSynonym.findByPk(id, { lock: true });
  if (!group) throw notFound('group of synonyms');
  for (const change of changes) assertUnchanged(change, group.get(change.field));
  const { words } = fieldsBefore(changes);
  await saveSynonyms(services, parseOrConflict(saveSynonymsInput, { id, words: String(words).split(', ') }));
}

/** With its old id, so that its history continues. @throws {ShopError} CONFLICT `changed_since` if it already exists. */
async function restoreGroup(id: number, changes: FieldChange[]): Promise<void> {
  if (await SearchSynonym.findByPk(id, { lock: true })) throw changedSince('words');
  const { words } = parseOrConflict(saveSynonymsInput, { words: String(fieldsBefore(changes).words).split(', ') });
  await SearchSynonym.create({ id, words: words.join(', ') });
}
