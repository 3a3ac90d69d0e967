import { useEffect } from 'react';

/** Names the browser's tab after the page; undefined while the name is not known, or for the home page. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Lantern` : 'Lantern';
  }, [title]);
}
