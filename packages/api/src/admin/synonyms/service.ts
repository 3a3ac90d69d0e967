import type { WithDatabase } from '@lantern/db/database';
import { SearchSynonym } from '@lantern/db/models/search-synonym';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { sortedByText } from '../../shared/sorted-by-text.ts';
import type { SaveSynonyms } from './schema.ts';

/** Words that shoppers use with the same meaning. */
export interface SynonymGroup {
  id: number;
  words: string[];
}

/** All groups, sorted by their words. */
export async function listSynonyms(): Promise<SynonymGroup[]> {
  const rows = await SearchSynonym.findAll({ order: ['id'] });
  return sortedByText(rows, ({ words }) => words).map(viewGroup);
}

/**
 * Creates or changes a group.
 * @throws {ShopError} NOT_FOUND; CONFLICT `version_conflict` if it no longer has the words `before`.
 */
export function saveSynonyms(services: WithDatabase, { id, words, before }: SaveSynonyms): Promise<SynonymGroup> {
  return services.database.transaction(async () => {
    const fields = { words: words.join(', ') };
    if (id === undefined) return viewGroup(await SearchSynonym.create(fields));
    const group = await lockGroup(id);
    // What it is already has been saved, if only by the same request.
    const expected = before ? [fields.words, before.join(', ')] : [group.words];
    if (!expected.includes(group.words)) throw changedMeanwhile();
    return viewGroup(await group.update(fields));
  });
}

/** @throws {ShopError} NOT_FOUND. */
export function removeSynonyms(services: WithDatabase, id: number): Promise<void> {
  return services.database.transaction(async () => (await lockGroup(id)).destroy());
}

async function lockGroup(id: number): Promise<SearchSynonym> {
  const group = await SearchSynonym.findByPk(id, { lock: true });
  if (!group) throw notFound('group of synonyms');
  return group;
}

function changedMeanwhile(): ShopError {
  return new ShopError('CONFLICT', 'Someone else has changed these synonyms since you opened them.', {
    reason: 'version_conflict',
  });
}

function viewGroup({ id, words }: SearchSynonym): SynonymGroup {
  return { id, words: words.split(', ') };
}
