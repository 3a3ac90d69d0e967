import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether somebody is about to press something inside: a mouse rests on it, or the keyboard's focus is in it.
 * A finger rests nowhere, and a button that was pressed with a mouse keeps a focus that nobody sees.
 */
export function useResting(element: RefObject<HTMLElement>): boolean {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    const inside = element.current;
    if (!inside) return;
    const enter = ({ pointerType }: PointerEvent) => setPointed(pointerType === 'mouse');
    const leave = () => setPointed(false);
    const look = () => setFocused(inside.querySelector(':focus-visible') !== null);
    const later = () => setTimeout(look);
    inside.addEventListener('pointerenter', enter);
    inside.addEventListener('pointerleave', leave);
    inside.addEventListener('focusin', look);
    inside.addEventListener('focusout', later);
    return () => {
      inside.removeEventListener('pointerenter', enter);
      inside.removeEventListener('pointerleave', leave);
      inside.removeEventListener('focusin', look);
      inside.removeEventListener('focusout', later);
    };
  }, [element]);
  return pointed || focused;
}
