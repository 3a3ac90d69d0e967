import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { typedAhead } from './typed-ahead.ts';

/** The id of every layout's `<main>`. */
export const MAIN_ID = 'main';

/**
 * Moves the focus to the content of a new page, as a browser does when loading a document: the keyboard starts there,
 * and screen readers announce it. Filters change only the query string, and keep the focus. So does whoever types ahead.
 */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const [{ note, take }] = useState(typedAhead);
  useEffect(() => {
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, [note]);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!take()) focusMain();
  }, [pathname, take]);
}

/** For when the focused element is gone. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
