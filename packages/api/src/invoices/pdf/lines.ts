import type { InvoiceData, InvoiceLine } from '@lantern/db/models/invoice';
import { formatCents } from '@lantern/text/euros';
import { colours } from '../../mail-layout/colours.ts';
import { heightOf, rule, sheet, sizes, write } from '../../pdf/sheet.ts';
import type { Pdf } from '../../pdf/typeset.ts';

interface Column {
  title: string;
  width: number;
  text: (line: InvoiceLine) => string;
}

/** The columns of figures, right of the description. */
const figures: Column[] = [
  { title: 'Quantity', width: 58, text: ({ quantity }) => String(quantity) },
  { title: 'Price', width: 76, text: ({ unitPriceCents }) => formatCents(unitPriceCents) },
  { title: 'Tax', width: 42, text: ({ taxPercent }) => `${taxPercent} %` },
  { title: 'Amount', width: 82, text: ({ totalCents }) => formatCents(totalCents) },
];
const DESCRIPTION = sheet.width - figures.reduce((sum, { width }) => sum + width, 0);
/** Between a description and the figures. */
const GAP = 12;
const PADDING = 7;
const quiet = { size: sizes.small, colour: colours['ink-2'] };
/** The totals are not torn apart. */
const TOTALS_HEIGHT = 80;

/** Prints the lines and the totals below them, on as many pages as they need. */
export function printLines(pdf: Pdf, data: InvoiceData, from: number): void {
  let y = printTitles(pdf, from);
  for (const line of data.lines) {
    if (y + lineHeight(pdf, line) > sheet.bottom) y = printTitles(pdf, nextPage(pdf));
    y = printLine(pdf, line, y);
  }
  if (y + TOTALS_HEIGHT > sheet.bottom) y = nextPage(pdf);
  printTotals(pdf, data, y + 12);
}

function nextPage(pdf: Pdf): number {
  pdf.addPage();
  return sheet.top;
}

function printTitles(pdf: Pdf, y: number): number {
  const look = { ...quiet, y };
  write(pdf, 'Description', { ...look, x: sheet.left, width: DESCRIPTION });
  for (const { title, ...box } of boxes()) write(pdf, title, { ...look, ...box, align: 'right' });
  rule(pdf, { y: y + 15, colour: colours.ink });
  return y + 15;
}

function printLine(pdf: Pdf, line: InvoiceLine, from: number): number {
  const y = from + PADDING;
  const text = { x: sheet.left, width: DESCRIPTION - GAP };
  for (const { text: textOf, title: _, ...box } of boxes()) {
    write(pdf, textOf(line), { ...box, y, align: 'right', colour: colours.ink });
  }
  let below = write(pdf, line.description, { ...text, y, colour: colours.ink });
  for (const note of notesOf(line)) below = write(pdf, note, { ...text, ...quiet, y: below });
  rule(pdf, { y: below + PADDING - 2, colour: colours.line });
  return below + PADDING - 2;
}

function lineHeight(pdf: Pdf, line: InvoiceLine): number {
  const width = DESCRIPTION - GAP;
  const notes = notesOf(line).map((note) => heightOf(pdf, note, width, sizes.small));
  return notes.reduce((sum, height) => sum + height, 2 * PADDING + heightOf(pdf, line.description, width));
}

/** What is printed below the description: the SKU, and why the amount is less than the price. */
function notesOf({ sku, discountCents = 0 }: InvoiceLine): string[] {
  return [...(sku ? [sku] : []), ...(discountCents > 0 ? [`Less ${formatCents(discountCents)} discount`] : [])];
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

function printTotals(pdf: Pdf, { lines, netCents, taxCents, totalCents }: InvoiceData, from: number): void {
  const [percent, ...others] = new Set(lines.map(({ taxPercent }) => taxPercent));
  const totals = [
    ['Net', netCents, false],
    [others.length > 0 ? 'Tax' : `Tax ${percent ?? 0} %`, taxCents, false],
    ['Total', totalCents, true],
  ] as const;
  const x = sheet.right - 200;
  write(pdf, 'Amounts include tax.', { ...quiet, x: sheet.left, y: from, width: DESCRIPTION });
  let y = from;
  for (const [label, cents, isLast] of totals) {
    if (isLast) rule(pdf, { x, y: y + 2, colour: colours.ink });
    const look = { y: isLast ? y + 10 : y, ...(isLast && { weight: 'bold' as const, size: sizes.total }) };
    write(pdf, label, { ...look, x, width: 80, colour: colours.ink });
    const amount = { ...look, x: x + 80, width: 120, align: 'right' as const };
    y = write(pdf, formatCents(cents), { ...amount, colour: isLast ? colours.accent : colours.ink }) + 3;
  }
}
