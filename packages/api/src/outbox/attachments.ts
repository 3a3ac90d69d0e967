import type { DocumentPrinter } from '../invoices/pdf/printer.ts';
import { documentFile } from '../invoices/printed-document.ts';
import type { ComposedMail } from '../mail/compose.ts';
import type { MailPicture } from '../mail/pictures.ts';
import type { MailAttachment } from '../mail/template.ts';

/** The files of a mail; its document has the same bytes as a download. @throws while that has yet to be issued. */
export async function attachmentsOf(
  { printer }: { printer: DocumentPrinter },
  { document, awaitsDocument, file }: ComposedMail,
): Promise<MailAttachment[]> {
  if (awaitsDocument) throw new Error('Its invoice or credit note has not been issued yet.');
  const files = file ? [file] : [];
  if (!document) return files;
  const content = await printer.print(document);
  return [{ filename: documentFile(document), contentType: 'application/pdf', content }, ...files];
}

/** A picture of a mail, which mail programs show in its place rather than below. */
export function pictureFile({ cid, content }: MailPicture): MailAttachment {
  return { filename: `${cid.replace(/@.*/, '')}.jpg`, contentType: 'image/jpeg', content, cid };
}
