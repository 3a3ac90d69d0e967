import { isTaken } from '../early/is-taken.ts';
import { useQueryParams } from '../lib/use-query-params.ts';
import { type Filters, readFilters, setFilters } from './filters.ts';

/** The list's filters, kept in the URL, so that a page can be shared and gone back to. */
export function useFilters() {
  const [params, edit] = useQueryParams();
  const change = (changes: Filters) => {
    const empty = document.querySelector('.empty-state');
    // The code of an empty list can come after that of the page around it.
    const canWait = !!empty && !isTaken(empty);
    edit((current) => setFilters(current, { ...readFilters(current), ...changes }), { canWait });
  };
  return { filters: readFilters(params), change, params };
}
