import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether the page is scrolled past the element of the returned ref. */
export function useScrolledBeyond(): [RefObject<HTMLDivElement>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [beyond, setBeyond] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry) setBeyond(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return [element, beyond];
}
