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
    const next = writeFilters(now, { ...readFilters(now), ...changes });
    // In step with the press: a switch must not fall back for the moment until the address is written.
    setParams(next, { preventScrollReset: true, flushSync: true });
  };
  return { filters, change, params };
}
