import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** The font of the pages. */
const own: Record<Weight, string> = {
  regular: resolve('@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/figtree/700Bold/Figtree_700Bold.ttf'),
};

/** Has Greek, Cyrillic, Arabic, Hebrew and more, but is ten times as large: only what needs it is set in it. */
const wide: Record<Weight, string> = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** Characters of the font of the pages: those of Western and Central European languages. */
export const ownCharacters =
  /[ -~\u00a0-\u00ac\u00ae-\u0113\u0116-\u0127\u012a\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u0161\u0164\u0165\u016a-\u017e\u0218-\u021b–—‘’‚“”„•…€]/u;

/** The file of the font for a text. A file is opened once for a document, if it is always named by its path. */
export function fontOf(text: string, weight: Weight = 'regular'): string {
  return ([...text].every((character) => ownCharacters.test(character)) ? own : wide)[weight];
}
