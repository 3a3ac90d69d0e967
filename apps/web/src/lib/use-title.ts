import { useEffect } from 'react';

/** Sets the tab's title; undefined while the name is loading, and for the home page. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Lantern` : 'Lantern';
  }, [title]);
}
