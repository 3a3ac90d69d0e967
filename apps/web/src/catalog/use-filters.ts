import { useSearchParams } from 'react-router';
import { type Filters, readFilters, writeFilters } from './filters.ts';

/** The list's filters, kept in the address, so that a page can be sent on and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const change = (changes: Filters) => {
    // The address itself, since two changes may come before the page is drawn again: leaving the price by a press
    // on the switch is one of each.
    const now = new URLSearchParams(window.location.search);
    setParams(writeFilters(now, { ...readFilters(now), ...changes }), { preventScrollReset: true });
  };
  return { filters, change, params };
}
