import type { Part } from '../paint.ts';

const VIOLET = [270, 330] as const;
const ALL: Part = {};

/** What is painted of the drawings that a product has in several colours, by code point. */
export const paintedParts: Readonly<Record<string, Part>> = {
  /** The cup and its saucer, without the coffee. */
  '2615': { hues: [250, 340] },
  /** The drawing has no colour that is the plate's alone. */
  '1f37d-fe0f': ALL,
  '1f302': { hues: VIOLET },
  '1f371': { hues: [260, 330], lightness: [0, 0.55] },
  '1f392': { hues: [330, 24] },
  '1f3a7': ALL,
  '1f3f7-fe0f': { hues: [60, 110], chroma: [0.08, 1] },
  '1f455': ALL,
  /** The dark half and the handles. */
  '1f45c': { lightness: [0, 0.52] },
  '1f4fb': { lightness: [0.5, 1], chroma: [0, 0.06] },
  '1f579-fe0f': { hues: VIOLET },
  '1f58b-fe0f': { hues: [230, 285], chroma: [0.06, 1] },
  '1f5b1-fe0f': ALL,
  /** The bag in front. */
  '1f6cd-fe0f': { hues: [200, 275] },
  /** The cushions, without the feet and the lamp. */
  '1f6cb-fe0f': { hues: [245, 275] },
  '1f964': { hues: [0, 30], chroma: [0.1, 1] },
  '1f9e2': ALL,
  '1f9e3': ALL,
  '1f9e4': ALL,
  '1f9f3': { hues: [190, 265], chroma: [0.05, 1] },
  '1fa80': { hues: VIOLET },
};
