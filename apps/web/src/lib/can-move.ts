/**
 * Whether one page may turn into the next one, in a browser that can do so. Not for people who have asked their system for
 * less movement.
 */
export const canMove =
  typeof document !== 'undefined' &&
  'startViewTransition' in document &&
  !matchMedia('(prefers-reduced-motion: reduce)').matches;
