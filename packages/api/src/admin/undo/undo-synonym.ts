import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { SearchSynonym } from '@lantern/db/models/search-synonym';
import { notFound } from '../../shared/shop-error.ts';
import { saveSynonymsInput } from '../synonyms/schema.ts';
import { removeSynonyms, saveSynonyms } from '../synonyms/service.ts';
import { assertUnchanged, changedSince, effectOn, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a group of synonyms, its creation or its removal; call it in a transaction. */
export async function undoSynonym(services: WithDatabase, id: number, changes: FieldChange[]): Promise<void> {
  const group = await SearchSynonym.findByPk(id, { lock: true });
  const effect = effectOn(changes, 'words');
  if (effect === 'removed') {
    if (group) throw changedSince('words');
    // With its old id, so that its history continues.
    await SearchSynonym.create({ id, words: wordsBefore(id, changes).join(', ') });
    return;
  }
  if (!group) throw notFound('group of synonyms');
  for (const change of changes) assertUnchanged(change, group.get(change.field));
  if (effect === 'created') await removeSynonyms(services, id);
  else await saveSynonyms(services, { id, words: wordsBefore(id, changes) });
}

function wordsBefore(id: number, changes: FieldChange[]): string[] {
  const { words } = fieldsBefore(changes);
  return parseOrConflict(saveSynonymsInput, { id, words: String(words).split(', ') }).words;
}
