/** One of the eight pastel plinth colours. */
type Tint = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const tints: readonly Tint[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Any number to a tint, so that an id or a number off the wire can choose one. */
function toTint(n: number): Tint {
  const index = (((Math.trunc(n) - 1) % tints.length) + tints.length) % tints.length;
  return tints[index] ?? 1;
}

/** The class that sets `--tint`. */
export function tintClass(tint: number): string {
  return `tint-${toTint(tint)}`;
}
