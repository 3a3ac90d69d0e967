import { buffer } from 'node:stream/consumers';
import { colours } from '../../mail-layout/colours.ts';
import { sheet, sizes, write } from '../../pdf/sheet.ts';
import { type Pdf, useFonts } from '../../pdf/typeset.ts';
import { documentLanguage, documentTitle, type PrintedDocument } from '../printed-document.ts';
import { printHead } from './head.ts';
import { printLines } from './lines.ts';

/** A document as a PDF, made from what was stored when it was issued: the same bytes each time. */
export async function renderInvoice(invoice: PrintedDocument): Promise<Buffer> {
  // Loaded when the first document is read: most processes have not sold anything yet when they start.
  const [{ default: PdfDocument }, fontkit] = await Promise.all([import('pdfkit'), import('fontkit')]);
  const { issuedAt, data } = invoice;
  const info = { Title: documentTitle(invoice), Author: data.seller.name, CreationDate: issuedAt };
  const { code: lang } = documentLanguage(data);
  // It begins without a font, since it would open that from its file.
  const pdf = new PdfDocument({ size: 'A4', margin: 0, font: '', bufferPages: true, lang, info });
  useFonts(pdf, (file) => {
    const font = fontkit.openSync(file);
    if ('fonts' in font) throw new Error(`${file} has several fonts.`);
    return font;
  });
  printLines(pdf, data, printHead(pdf, invoice));
  printFeet(pdf, invoice);
  pdf.end();
  return buffer(pdf);
}

function printFeet(pdf: Pdf, invoice: PrintedDocument): void {
  const { count } = pdf.bufferedPageRange();
  const { words, formatNumber } = documentLanguage(invoice.data);
  const look = { x: sheet.left, y: sheet.foot, width: sheet.width, size: sizes.small, colour: colours['ink-2'] };
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    write(pdf, `${invoice.data.seller.name} · ${documentTitle(invoice)}`, look);
    const pageOf = words.documents.page(formatNumber(page + 1), formatNumber(count));
    write(pdf, pageOf, { ...look, align: 'right' });
  }
}
