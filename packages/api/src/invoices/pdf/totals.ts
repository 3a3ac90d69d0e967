import type { InvoiceData } from '@lantern/db/models/invoice';
import { colours } from '../../mail-layout/colours.ts';
import { heightOf, rule, sheet, sizes, write } from '../../pdf/sheet.ts';
import type { Pdf } from '../../pdf/typeset.ts';
import { sumRows } from '../../words/sums.ts';
import { documentLanguage } from '../printed-document.ts';

interface Row {
  label: string;
  text: string;
  isTotal?: boolean;
}

const LABEL = 170;
const AMOUNT = 110;
const GAP = 3;
/** The rule above the total, and its larger letters. */
const TOTAL_EXTRA = 14;

/** How the total comes about, and the tax in it. */
export function printTotals(pdf: Pdf, data: InvoiceData, from: number): void {
  const x = sheet.right - LABEL - AMOUNT;
  const note = { size: sizes.small, colour: colours['ink-2'] };
  const { includeTax } = documentLanguage(data).words.documents;
  write(pdf, includeTax, { ...note, x: sheet.left, y: from, width: x - sheet.left });
  let y = from;
  for (const { label, text, isTotal = false } of rowsOf(data)) {
    if (isTotal) rule(pdf, { x, y: y + 2, colour: colours.ink });
    const look = { y: isTotal ? y + 10 : y, ...(isTotal && { weight: 'bold' as const, size: sizes.total }) };
    const below = write(pdf, label, { ...look, x, width: LABEL, colour: colours.ink });
    const amount = { ...look, x: x + LABEL, width: AMOUNT, align: 'right' as const };
    y = Math.max(below, write(pdf, text, { ...amount, colour: isTotal ? colours.accent : colours.ink })) + GAP;
  }
}

/** The height that they take: they are not torn apart. */
export function totalsHeight(pdf: Pdf, data: InvoiceData): number {
  const heights = rowsOf(data).map(
    ({ label, text }) => GAP + Math.max(heightOf(pdf, label, LABEL), heightOf(pdf, text, AMOUNT)),
  );
  return heights.reduce((sum, height) => sum + height, TOTAL_EXTRA);
}

function rowsOf(data: InvoiceData): Row[] {
  const { lines, netCents, taxCents, totalCents, sums } = data;
  const language = documentLanguage(data);
  const { words, formatCents } = language;
  const { documents } = words;
  const [percent, ...others] = new Set(lines.map(({ taxPercent }) => taxPercent));
  const tax = [
    { label: documents.net, text: formatCents(netCents) },
    { label: others.length > 0 ? documents.tax : `${documents.tax} ${percent ?? 0} %`, text: formatCents(taxCents) },
  ];
  const total = { label: documents.total, text: formatCents(totalCents), isTotal: true };
  return sums ? [...sumRows(language, sums), total, ...tax] : [...tax, total];
}
