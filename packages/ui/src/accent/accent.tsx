/** One of the eight pastel colours of the categories. */
type Accent = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const accents: readonly Accent[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Any number to an accent, so that an id or a number off the wire can choose one. */
function toAccent(n: number): Accent {
  const index = (((Math.trunc(n) - 1) % accents.length) + accents.length) % accents.length;
  return accents[index] ?? 1;
}

/** The class that sets `--category-accent`. */
export function accentClass(accent: number): string {
  return `accent-${toAccent(accent)}`;
}
