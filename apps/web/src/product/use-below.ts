import { startTransition, useEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
import { canMove } from '../lib/can-move.ts';

/**
 * Whether what lies below a phone's first screen is there: whoever taps a card sees the product a frame earlier without it.
 * Who comes back gets all of the page at once, since it is scrolled to where it was.
 */
export function useBelow(slug: string, isFromCard: boolean): boolean {
  const isOpened = useNavigationType() === 'PUSH';
  const [shown, setShown] = useState('');
  const isLate = isFromCard && isOpened && !canMove;
  useEffect(() => {
    if (!isLate) return;
    // In a task after the frame.
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setShown(slug))));
    return () => cancelAnimationFrame(frame);
  }, [slug, isLate]);
  return !isLate || shown === slug;
}
