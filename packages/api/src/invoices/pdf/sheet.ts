import { fontOf, type Weight } from './fonts.ts';

/*
 * The A4 sheet that documents are printed on. All measures are in points.
 */

export type Pdf = PDFKit.PDFDocument;

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

/** Writes a text into a box, each line in a font that has its letters; returns where the text below it begins. */
export function write(
  pdf: Pdf,
  text: string,
  { x, y, width, align = 'left', weight, size, colour }: Box & Look,
): number {
  pdf.fontSize(size ?? sizes.body).fillColor(colour);
  let below = y;
  for (const line of text.split('\n')) {
    pdf.font(fontOf(line, weight)).text(line, x, below, { width, align, lineGap: LINE_GAP });
    below = pdf.y;
  }
  return below;
}

/** The height that `write` would take for one line of text, which may be broken. */
export function heightOf(pdf: Pdf, text: string, width: number, size = sizes.body): number {
  return pdf.font(fontOf(text)).fontSize(size).heightOfString(text, { width, lineGap: LINE_GAP });
}

/** Draws a line from `x` to the right margin. */
export function rule(pdf: Pdf, { x = sheet.left, y, colour }: { x?: number; y: number; colour: string }): void {
  pdf.moveTo(x, y).lineTo(sheet.right, y).lineWidth(0.6).strokeColor(colour).stroke();
}
