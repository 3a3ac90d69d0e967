import { isOwn, ownFont, type Weight } from './fonts.ts';
import { type Pdf, Typesetter } from './typeset.ts';

/*
 * The A4 sheet that documents are printed on. All measures are in points.
 */

const MARGIN = 56;
const WIDTH = 595.28;
const HEIGHT = 841.89;
/** The space for the line at the foot of every page. */
const FOOT = 36;

/** Where the parts of a page are. */
export const sheet = {
  left: MARGIN,
  right: WIDTH - MARGIN,
  top: MARGIN,
  bottom: HEIGHT - MARGIN - FOOT,
  foot: HEIGHT - MARGIN - 10,
  width: WIDTH - 2 * MARGIN,
};

/** Text sizes. */
export const sizes = { title: 22, name: 15, total: 12, body: 9.5, small: 8 };

const LINE_GAP = 2;
/** How far the font of the pages reaches above the line, as a part of its size. */
const ASCENT = 0.95;

interface Box {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'right';
}

interface Look {
  weight?: Weight;
  size?: number;
  colour: string;
}

/** Writes a text into a box, in fonts that have its letters; returns where the text below it begins. */
export function write(
  pdf: Pdf,
  text: string,
  { x, y, width, align = 'left', weight, size, colour }: Box & Look,
): number {
  const fontSize = size ?? sizes.body;
  pdf.font(ownFont(weight)).fontSize(fontSize).fillColor(colour);
  const lineHeight = lineHeightOf(pdf);
  let below = y;
  for (const line of text.split('\n')) {
    if (isOwn(line)) {
      pdf.font(ownFont(weight)).text(line, x, below, { width, align, lineGap: LINE_GAP });
      below = pdf.y;
    } else {
      const typesetter = new Typesetter(pdf, weight);
      for (const part of typesetter.lines(line, width)) {
        typesetter.write(part, { x, baseline: below + ASCENT * fontSize, width, align });
        below += lineHeight;
      }
    }
  }
  return below;
}

function lineHeightOf(pdf: Pdf): number {
  return pdf.currentLineHeight(true) + LINE_GAP;
}

/** The height that `write` would take for one line of text, which may be broken. */
export function heightOf(pdf: Pdf, text: string, width: number, size = sizes.body): number {
  pdf.font(ownFont()).fontSize(size);
  if (isOwn(text)) return pdf.heightOfString(text, { width, lineGap: LINE_GAP });
  const lineHeight = lineHeightOf(pdf);
  return new Typesetter(pdf).lines(text, width).length * lineHeight;
}

/** Draws a line from `x` to the right margin. */
export function rule(pdf: Pdf, { x = sheet.left, y, colour }: { x?: number; y: number; colour: string }): void {
  pdf.moveTo(x, y).lineTo(sheet.right, y).lineWidth(0.6).strokeColor(colour).stroke();
}
