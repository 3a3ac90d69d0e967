import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** The id of every layout's `<main>`. */
export const MAIN_ID = 'main';

/**
 * Moves the focus to the content of a new page, as a browser does when loading a document: the keyboard starts there,
 * and screen readers announce it. Filters change only the query string, and keep the focus. So does whoever types already,
 * since the address is there before its page.
 */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const typedAt = useRef('');
  useEffect(() => {
    const note = () => {
      typedAt.current = window.location.href;
    };
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, []);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (typedAt.current !== window.location.href) focusMain();
    typedAt.current = '';
  }, [pathname]);
}

/** For when the focused element is gone. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
