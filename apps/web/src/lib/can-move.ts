/**
 * Whether one page may turn into the next one, in a browser that can do so. Not for people who have asked their system for
 * less movement, and not on phones: they take a tenth of a second to keep what the page looked like.
 */
export const canMove =
  typeof document !== 'undefined' &&
  'startViewTransition' in document &&
  matchMedia('(hover: hover) and (prefers-reduced-motion: no-preference)').matches;
