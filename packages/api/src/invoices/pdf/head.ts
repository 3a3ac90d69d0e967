import { colours } from '../../mail-layout/colours.ts';
import { sheet, sizes, write } from '../../pdf/sheet.ts';
import type { Pdf } from '../../pdf/typeset.ts';
import { documentLanguage, documentTitle, type PrintedDocument } from '../printed-document.ts';

/** The lantern of packages/ui/src/logo, on a field of 32 by 36. */
const LOGO = [
  ['M9.5 6.6h13v3.6h-13zM9.5 28.6h13v3.6h-13z', colours.ink],
  ['M10.5 10.2h11c4 2.6 6 6 6 9.6s-2 7-6 9.6h-11c-4-2.6-6-6-6-9.6s2-7 6-9.6z', colours.accent],
  ['M16 13.4c3 3 4.4 5.2 4.4 7.5a4.4 4.4 0 0 1-8.8 0c0-2.3 1.4-4.5 4.4-7.5z', colours['logo-flame']],
] as const;

const HALF = sheet.width / 2;

/** Prints who sells, to whom, and what the document is; returns where its lines begin. */
export function printHead(pdf: Pdf, invoice: PrintedDocument): number {
  const { data } = invoice;
  const { words, addressLines } = documentLanguage(data);
  const { taxNumber, billedTo } = words.documents;
  printLogo(pdf);
  write(pdf, data.seller.name, {
    ...{ x: sheet.left + 32, y: sheet.top + 7, width: HALF - 32 },
    ...{ weight: 'bold', size: sizes.name, colour: colours.ink },
  });
  const right = { x: sheet.left + HALF, width: HALF, align: 'right' as const, colour: colours['ink-2'] };
  const taxId = data.seller.taxId ? [taxNumber(data.seller.taxId)] : [];
  const belowSeller = write(pdf, [...data.seller.address, ...taxId].join('\n'), { ...right, y: sheet.top + 4 });

  const titleAt = Math.max(belowSeller, sheet.top + 40) + 36;
  const title = { x: sheet.left, width: sheet.width, weight: 'bold', size: sizes.title, colour: colours.ink } as const;
  const partsAt = write(pdf, documentTitle(invoice), { ...title, y: titleAt }) + 18;
  const left = { x: sheet.left, width: HALF - 20 };
  const buyerAt = write(pdf, billedTo, { ...left, y: partsAt, colour: colours['ink-2'] });
  const belowBuyer = write(pdf, addressLines(data.buyer).join('\n'), { ...left, y: buyerAt + 2, colour: colours.ink });
  return Math.max(belowBuyer, printFacts(pdf, invoice, partsAt)) + 28;
}

function printLogo(pdf: Pdf): void {
  pdf.save().translate(sheet.left - 4, sheet.top - 4);
  pdf.path('M11 7a5 5 0 0 1 10 0').lineWidth(2).strokeColor(colours.ink).stroke();
  for (const [path, colour] of LOGO) pdf.path(path).fillColor(colour).fill();
  pdf.restore();
}

/** Returns where they end. */
function printFacts(pdf: Pdf, { number, data }: PrintedDocument, from: number): number {
  const { words, formatDay } = documentLanguage(data);
  const { documents } = words;
  const facts = [
    [documents.number, number],
    [documents.date, formatDay(data.issuedOn)],
    [documents.order, data.orderNumber],
    ...(data.invoiceNumber ? [[documents.forInvoice, data.invoiceNumber]] : []),
  ];
  const x = sheet.left + HALF + 40;
  let y = from;
  for (const [label = '', value = ''] of facts) {
    write(pdf, label, { x, y, width: 70, colour: colours['ink-2'] });
    y = write(pdf, value, { x: x + 70, y, width: sheet.right - x - 70, align: 'right', colour: colours.ink }) + 2;
  }
  return y;
}
