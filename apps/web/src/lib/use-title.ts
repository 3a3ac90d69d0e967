import { useEffect } from 'react';
import { titled } from '../head/store.ts';

/** Sets the tab's title; undefined while the name is loading, and for the home page. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = titled(title);
  }, [title]);
}
