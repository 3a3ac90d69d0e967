import type { RequestKind } from '../shared/request-limits.ts';

/** The catalogue's queries, and the limit that each counts towards: those whose cost grows with the catalogue are searches. */
export const catalogReads = {
  categories: 'read',
  list: 'search',
  search: 'search',
  suggest: 'search',
  suggestMore: 'search',
  bySlug: 'read',
  related: 'read',
} as const satisfies Record<string, RequestKind>;

interface WithId {
  id: number;
}

/** What can be in the answer to such a query, as far as it depends on the stock. */
type Shown = WithId | WithId[] | { items: WithId[]; alternatives?: WithId[] };

/** The ids of the products whose stock an answer shows. */
export function productsShown(name: keyof typeof catalogReads, data: Shown): number[] {
  if (name === 'categories' || name === 'suggest' || name === 'suggestMore') return [];
  if (Array.isArray(data)) return data.map(({ id }) => id);
  if ('items' in data) return [...data.items, ...(data.alternatives ?? [])].map(({ id }) => id);
  return [data.id];
}
