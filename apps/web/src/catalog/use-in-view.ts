import { type RefObject, useEffect, useRef } from 'react';

/** Calls `onInView` while the element of the returned ref is in view or nearly so; only while `active`. */
export function useInView(onInView: () => void, active: boolean): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onInView);
  latest.current = onInView;
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
