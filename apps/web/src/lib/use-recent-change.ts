import { useEffect, useState } from 'react';

/** Longer than the second click of a hurried double click takes. */
const SETTLES_MS = 1500;

/**
 * True from the moment on that `value` is another one until a little later. What can be pressed meanwhile has only
 * just come to where it stands: a click now was meant for what stood there before.
 */
export function useRecentChange(value: string): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => setSettled(value), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [settled, value]);
  return settled !== value;
}
