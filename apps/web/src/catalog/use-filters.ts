import { useSearchParams } from 'react-router';
import { type Filters, readFilters, writeFilters } from './filters.ts';

/** The list's filters, kept in the address, so that a page can be sent on and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const change = (changes: Filters) =>
    setParams(writeFilters(params, { ...filters, ...changes }), { preventScrollReset: true });
  return { filters, change, params };
}
