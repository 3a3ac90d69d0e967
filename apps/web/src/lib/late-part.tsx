import { useBrowserLayoutEffect } from '@lantern/ui/browser-layout-effect';
import { type ReactNode, Suspense, useDeferredValue, useEffect, useId, useMemo } from 'react';

const awaited = new Set<string>();

/** Whether a part of the page waits for its code. */
export const isPartAwaited = () => awaited.size > 0;

/**
 * A part of a page whose code may come after that of the page around it. Until then, what the server has rendered of it stays
 * as it is: React would throw it away if what it is made of changed at once.
 */
export function LatePart({ children }: { children: ReactNode }) {
  const id = useId();
  const latest = useDeferredValue(children);
  useBrowserLayoutEffect(() => {
    awaited.add(id);
    return () => void awaited.delete(id);
  }, [id]);
  // An element that is the same is not an update, whatever is rendered around it.
  return useMemo(
    () => (
      <Suspense fallback={null}>
        <Arrival id={id} />
        {latest}
      </Suspense>
    ),
    [id, latest],
  );
}

/** Its effect comes after those of the layout, and only once all that stands beside it is there. */
function Arrival({ id }: { id: string }) {
  useEffect(() => void awaited.delete(id), [id]);
  return null;
}
