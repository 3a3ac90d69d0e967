import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** The fonts of documents; all but the first are opened when a character needs them. */
type Face = 'own' | 'wide' | 'han' | 'hangul' | 'emoji';

const wide = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};
const han = resolve('@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf');
const emoji = resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf');

const files: Record<Face, Record<Weight, string>> = {
  /** That of the pages. */
  own: {
    regular: resolve('@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/figtree/700Bold/Figtree_700Bold.ttf'),
  },
  /** Greek, Cyrillic, Arabic, Hebrew and more. */
  wide,
  /** All Chinese characters and the Japanese syllables, in one weight. */
  han: { regular: han, bold: han },
  hangul: {
    regular: resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
  },
  emoji: { regular: emoji, bold: emoji },
};

/** Characters of the font of the pages: those of Western and Central European languages. */
export const ownCharacters =
  /[ -~\u00a0-\u00ac\u00ae-\u0113\u0116-\u0127\u012a\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u0161\u0164\u0165\u016a-\u017e\u0218-\u021b–—‘’‚“”„•…€]/u;
const allOwn = new RegExp(`^${ownCharacters.source}*$`, 'u');

/** Whether the font of the pages has all of a text, as it almost always has. */
export function isOwn(text: string): boolean {
  return allOwn.test(text);
}

/** Where the characters of a script are looked for first. */
const preferences: [characters: RegExp, faces: Face[]][] = [
  [/\p{Script=Hangul}/u, ['hangul', 'han']],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u30ff\uff00-\uffef]/u,
    ['han', 'hangul'],
  ],
  [/\p{Emoji_Presentation}|\u20e3/u, ['emoji', 'wide']],
];
const otherwise: Face[] = ['wide', 'emoji', 'han'];

/** They change how their neighbours look, and need no sign of their own. */
const JOINERS = /[\u200c\u200d]/u;

/** Opens the file of a font. */
export type OpenFont = (file: string) => Font;

/** The fonts of one document: a file is opened once, and forgotten with the document. */
export class Fonts {
  readonly #opened = new Map<string, Font>();

  constructor(
    private readonly open: OpenFont,
    private readonly register: (file: string, font: Font) => void,
  ) {}

  /** The name of a font that has a character with all its marks; null if none has. */
  find(character: string, weight: Weight): string | null {
    if (isOwn(character)) return files.own[weight];
    const [, faces = otherwise] = preferences.find(([characters]) => characters.test(character)) ?? [];
    const face = faces.find((one) => this.#covers(files[one][weight], character));
    return face ? files[face][weight] : null;
  }

  #covers(file: string, character: string): boolean {
    const font = this.#opened.get(file) ?? this.#load(file);
    return [...character].every((point) => JOINERS.test(point) || font.hasGlyphForCodePoint(point.codePointAt(0) ?? 0));
  }

  #load(file: string): Font {
    const font = this.open(file);
    this.#opened.set(file, font);
    this.register(file, font);
    return font;
  }
}

const ownFonts = new Map<string, Font>();

/**
 * The font of the pages in each weight, opened once for all documents: reading its tables would take most of the time of
 * a document. The others, of which some have megabytes, are forgotten with the document.
 */
export function openOwnFonts(open: OpenFont): ReadonlyMap<string, Font> {
  for (const file of Object.values(files.own)) if (!ownFonts.has(file)) ownFonts.set(file, open(file));
  return ownFonts;
}

/** The font of the pages, for a text that it has. */
export function ownFont(weight: Weight = 'regular'): string {
  return files.own[weight];
}
