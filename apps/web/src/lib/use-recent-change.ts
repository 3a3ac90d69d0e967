import { useEffect, useState } from 'react';

/** Longer than the second click of a hurried double click takes. */
const SETTLES_MS = 1500;

/**
 * True for a moment after `value` has changed. What can be pressed then has only just moved there: a click would have
 * been meant for what was there before.
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
