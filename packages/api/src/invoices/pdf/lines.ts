import type { InvoiceData } from '@lantern/db/models/invoice';
import { colours } from '../../mail-layout/colours.ts';
import { heightOf, rule, sheet, sizes, write } from '../../pdf/sheet.ts';
import type { Pdf } from '../../pdf/typeset.ts';
import type { Words } from '../../words/en.ts';
import { documentLanguage } from '../printed-document.ts';
import { type PrintedLine, printedLines } from './printed-lines.ts';
import { printTotals, totalsHeight } from './totals.ts';

interface Column {
  width: number;
  figure: 'quantity' | 'price' | 'tax' | 'amount';
}

/** The columns of figures, right of the description. */
const figures: Column[] = [
  { width: 58, figure: 'quantity' },
  { width: 76, figure: 'price' },
  { width: 42, figure: 'tax' },
  { width: 82, figure: 'amount' },
];
const DESCRIPTION = sheet.width - figures.reduce((sum, { width }) => sum + width, 0);
/** Between a description and the figures. */
const GAP = 12;
const PADDING = 7;
const quiet = { size: sizes.small, colour: colours['ink-2'] };

/** Prints the lines and the totals below them, on as many pages as they need. */
export function printLines(pdf: Pdf, data: InvoiceData, from: number): void {
  const { documents } = documentLanguage(data).words;
  let y = printTitles(pdf, documents, from);
  for (const line of printedLines(data)) {
    if (y + lineHeight(pdf, line) > sheet.bottom) y = printTitles(pdf, documents, nextPage(pdf));
    y = printLine(pdf, line, y);
  }
  if (y + 12 + totalsHeight(pdf, data) > sheet.bottom) y = nextPage(pdf);
  printTotals(pdf, data, y + 12);
}

function nextPage(pdf: Pdf): number {
  pdf.addPage();
  return sheet.top;
}

function printTitles(pdf: Pdf, titles: Words['documents'], y: number): number {
  const look = { ...quiet, y };
  write(pdf, titles.description, { ...look, x: sheet.left, width: DESCRIPTION });
  for (const { figure, ...box } of boxes()) write(pdf, titles[figure], { ...look, ...box, align: 'right' });
  rule(pdf, { y: y + 15, colour: colours.ink });
  return y + 15;
}

function printLine(pdf: Pdf, line: PrintedLine, from: number): number {
  const y = from + PADDING;
  const text = { x: sheet.left, width: DESCRIPTION - GAP };
  for (const { figure, ...box } of boxes()) {
    write(pdf, line[figure], { ...box, y, align: 'right', colour: colours.ink });
  }
  let below = write(pdf, line.description, { ...text, y, colour: colours.ink });
  for (const note of line.notes) below = write(pdf, note, { ...text, ...quiet, y: below });
  rule(pdf, { y: below + PADDING - 2, colour: colours.line });
  return below + PADDING - 2;
}

function lineHeight(pdf: Pdf, line: PrintedLine): number {
  const width = DESCRIPTION - GAP;
  const notes = line.notes.map((note) => heightOf(pdf, note, width, sizes.small));
  return notes.reduce((sum, height) => sum + height, 2 * PADDING + heightOf(pdf, line.description, width));
}

/** The columns of figures with their places. */
function boxes(): (Column & { x: number })[] {
  let x = sheet.left + DESCRIPTION;
  return figures.map((column) => {
    const box = { ...column, x };
    x += column.width;
    return box;
  });
}
