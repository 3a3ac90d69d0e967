import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import type { Filters } from './filters.ts';

/** What a list or a search with these filters can be narrowed down by; the order does not matter to it. */
export function useFacets({ sort: _, ...query }: Filters & { q?: string; literal?: boolean }) {
  const trpc = useTRPC();
  return useQuery(trpc.catalog.facets.queryOptions(query, { placeholderData: keepPreviousData }));
}
