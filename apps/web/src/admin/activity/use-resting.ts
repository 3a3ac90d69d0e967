import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** A hand that leaves may be on its way to a button that stands apart, and comes back. */
const ON_THE_WAY_MS = 1500;

/**
 * Whether somebody is about to press something inside: a mouse rests on it or has just left it, or the keyboard's
 * focus is in it. A finger rests nowhere, and a button that was pressed with a mouse keeps a focus that nobody sees.
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
      // At once: drawn together with something that comes in, it would count as one who came after it.
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
  // A focus ends unheard when what had it is taken off the page.
  useEffect(() => {
    if (focused && !element.current?.querySelector(':focus-visible')) setFocused(false);
  });
  return pointed || focused;
}
