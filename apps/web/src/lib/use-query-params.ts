import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Changes the given query parameters in place. */
type Edit = (params: URLSearchParams) => void;

interface EditOptions {
  replace?: boolean;
  /** Lets the page follow later: a part of it whose code is still on its way would be made anew by a change at once. */
  canWait?: boolean;
}

/**
 * The URL's query parameters, and a function that edits them: as a new entry in the history unless `replace`, without
 * scrolling, and at once unless it `canWait`.
 */
export function useQueryParams(): [URLSearchParams, (edit: Edit, options?: EditOptions) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (edit: Edit, { replace = false, canWait = false }: EditOptions = {}) => {
      // Read from the URL itself, since two changes may come before the next render: leaving the price field by
      // clicking the switch makes one of each.
      const next = new URLSearchParams(window.location.search);
      edit(next);
      // Synchronously: otherwise the switch would briefly flip back until the URL has changed.
      setParams(next, { replace, preventScrollReset: true, flushSync: !canWait });
    },
    [setParams],
  );
  return [params, change];
}
