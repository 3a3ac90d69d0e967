import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** The id of every shell's `<main>`. */
export const MAIN_ID = 'main';

/**
 * Moves the focus to the content of a page that was navigated to, as a browser does with a document:
 * the keyboard starts there, and a screen reader speaks. Filters change only the query, and keep the focus.
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

/** For when what had the focus is gone. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
