import { useQueryParams } from '../lib/use-query-params.ts';
import { type Filters, readFilters, setFilters } from './filters.ts';

/** The list's filters, kept in the URL, so that a page can be shared and gone back to. */
export function useFilters() {
  const [params, edit] = useQueryParams();
  const change = (changes: Filters) => edit((current) => setFilters(current, { ...readFilters(current), ...changes }));
  return { filters: readFilters(params), change, params };
}
