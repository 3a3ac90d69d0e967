import type { Font } from 'fontkit';
import { breakLines, charactersOf } from './break-lines.ts';
import { Fonts, type OpenFont, openOwnFonts, ownFont, type Weight } from './fonts.ts';
import { inVisualOrder, isRightToLeft, type Piece, readsFromRight } from './visual-order.ts';

export type Pdf = PDFKit.PDFDocument;

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes fonts that are open, too. */
      registerFont(name: string, font: Font): this;
    }
  }
}

const fontsOf = new WeakMap<Pdf, Fonts>();

/** Gives a document the font of the pages, and lets it open further ones when its texts need them. */
export function useFonts(pdf: Pdf, open: OpenFont): void {
  for (const [file, font] of openOwnFonts(open)) pdf.registerFont(file, font);
  fontsOf.set(pdf, new Fonts(open, (file, font) => pdf.registerFont(file, font)));
}

/** Controls and what chooses between forms of a character: they have no sign of their own. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]|[\ufe00-\ufe0f]/gu;

/** `layout` shapes a run as a whole, not word by word. */
const asWhole: { features: PDFKit.Mixins.OpenTypeFeatures[] } = { features: [] };

/** A text with other letters than those of the pages' font, set in several fonts. */
export class Typesetter {
  constructor(
    private readonly pdf: Pdf,
    private readonly weight: Weight = 'regular',
  ) {}

  lines(text: string, width: number): string[] {
    const visible = text.replaceAll(/\s/g, ' ').replaceAll(INVISIBLE, '');
    return breakLines(visible, width, (part) => this.#widthOf(runsOf(this.#pieces(part))));
  }

  /** Writes a line; with `align` right, it ends at `x + width`. */
  write(
    line: string,
    { x, baseline, width, align }: { x: number; baseline: number; width: number; align: string },
  ): void {
    const runs = runsOf(inVisualOrder(this.#pieces(line), readsFromRight(line)));
    let left = align === 'right' ? x + width - this.#widthOf(runs) : x;
    for (const { text, font } of runs) {
      this.pdf.font(font).text(text, left, baseline, { ...asWhole, baseline: 'alphabetic', lineBreak: false });
      left += this.pdf.widthOfString(text, asWhole);
    }
  }

  #widthOf(runs: Piece[]): number {
    return runs.reduce((sum, { text, font }) => sum + this.pdf.font(font).widthOfString(text, asWhole), 0);
  }

  /** The characters with their fonts. One that no font has is named by its code point: better that than a box. */
  #pieces(text: string): Piece[] {
    const own = ownFont(this.weight);
    return charactersOf(text).flatMap((character) => {
      const font = fontsOf.get(this.pdf)?.find(character, this.weight) ?? null;
      if (font !== null) return { text: character, font };
      return charactersOf(codePointsOf(character)).map((sign) => ({ text: sign, font: own }));
    });
  }
}

/** "[U+0E2A U+0E31]". */
function codePointsOf(character: string): string {
  const names = [...character].map((point) => `U+${point.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
  return `[${names.join(' ')}]`;
}

/** Neighbours of one font and direction are shaped together: Arabic letters join. */
function runsOf(pieces: Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const { text, font } of pieces) {
    const last = runs.at(-1);
    if (last && last.font === font && isRightToLeft(last.text) === isRightToLeft(text)) last.text += text;
    else runs.push({ text, font });
  }
  return runs;
}
