import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** The id of every layout's `<main>`. */
export const MAIN_ID = 'main';

/**
 * Moves the focus to the content of a new page, as a browser does when loading a document: the keyboard starts there,
 * and screen readers announce it. Filters change only the query string, and keep the focus.
 */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    focusMain();
  }, [pathname]);
}

/** For when the focused element is gone. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
