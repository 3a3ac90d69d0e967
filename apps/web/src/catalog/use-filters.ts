import { useSearchParams } from 'react-router';
import { type Filters, readFilters, writeFilters } from './filters.ts';

/** The list's filters, kept in the URL, so that a page can be shared and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const change = (changes: Filters) => {
    // Read from the URL itself, since two changes may come before the next render: leaving the price field by clicking
    // the switch makes one of each.
    const now = new URLSearchParams(window.location.search);
    const next = writeFilters(now, { ...readFilters(now), ...changes });
    // Synchronously: otherwise the switch would briefly flip back until the URL has changed.
    setParams(next, { preventScrollReset: true, flushSync: true });
  };
  return { filters, change, params };
}
