import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Changes the given query parameters in place. */
type Edit = (params: URLSearchParams) => void;

/**
 * The URL's query parameters, and a function that edits them: as a new entry in the history unless `replace`, without
 * scrolling, and at once.
 */
export function useQueryParams(): [URLSearchParams, (edit: Edit, options?: { replace?: boolean }) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (edit: Edit, { replace = false } = {}) => {
      // Read from the URL itself, since two changes may come before the next render: leaving the price field by
      // clicking the switch makes one of each.
      const next = new URLSearchParams(window.location.search);
      edit(next);
      // Synchronously: otherwise the switch would briefly flip back until the URL has changed.
      setParams(next, { replace, preventScrollReset: true, flushSync: true });
    },
    [setParams],
  );
  return [params, change];
}
