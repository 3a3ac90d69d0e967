import { SearchSynonym } from '@lantern/db/models/search-synonym';

/** All groups of synonyms, for the index. */
export async function synonymGroups(): Promise<string[][]> {
  const rows = await SearchSynonym.findAll({ attributes: ['words'], order: ['id'], raw: true });
  return rows.map(({ words }) => words.split(',').map((word) => word.trim()));
}
