import { SearchSynonym } from '@lantern/db/models/search-synonym';

/** Every group of synonyms as the index takes them. */
export async function synonymGroups(): Promise<string[][]> {
  const rows = await SearchSynonym.findAll({ attributes: ['words'], order: ['id'], raw: true });
  return rows.map(({ words }) => words.split(',').map((word) => word.trim()));
}
