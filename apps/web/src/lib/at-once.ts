import { startTransition } from 'react';
import { flushSync } from 'react-dom';
import { isPartAwaited } from './late-part.tsx';

/**
 * Renders a change of the address at once, unless a part of the page waits for its code: each reads the address, for all
 * that React knows, so the change waits for it too.
 */
export function atOnce(update: () => unknown): undefined {
  if (isPartAwaited()) startTransition(() => void update());
  else flushSync(update);
}
