import { type RefObject, useEffect, useRef } from 'react';

/** Calls `onSeen` while the element of the returned ref is in sight or soon will be; not while `active` is off. */
export function useSeen(onSeen: () => void, active: boolean): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (!active || !element.current) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { rootMargin: '400px' },
    );
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [active]);
  return element;
}
