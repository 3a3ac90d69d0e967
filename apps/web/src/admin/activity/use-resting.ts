import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The pointer may be on its way to a button outside, and come back. */
const ON_THE_WAY_MS = 1500;

/**
 * Whether someone may be about to press something inside: the mouse pointer is over it or has just left it, or keyboard
 * focus is in it. Touch does not hover, and focus left behind by a mouse click is not visible.
 */
export function useResting(element: RefObject<HTMLElement>): boolean {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    const inside = element.current;
    if (!inside) return;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const enter = ({ pointerType }: PointerEvent) => {
      clearTimeout(leaving);
      // Synchronously: rendered together with a new entry, the hold would begin after it.
      flushSync(() => setPointed(pointerType === 'mouse'));
    };
    const leave = () => {
      leaving = setTimeout(() => setPointed(false), ON_THE_WAY_MS);
    };
    const look = () => setFocused(inside.querySelector(':focus-visible') !== null);
    const later = () => setTimeout(look);
    inside.addEventListener('pointerenter', enter);
    inside.addEventListener('pointerleave', leave);
    inside.addEventListener('focusin', look);
    inside.addEventListener('focusout', later);
    return () => {
      clearTimeout(leaving);
      inside.removeEventListener('pointerenter', enter);
      inside.removeEventListener('pointerleave', leave);
      inside.removeEventListener('focusin', look);
      inside.removeEventListener('focusout', later);
    };
  }, [element]);
  // When a focused element is removed, no event is fired.
  useEffect(() => {
    if (focused && !element.current?.querySelector(':focus-visible')) setFocused(false);
  });
  return pointed || focused;
}
