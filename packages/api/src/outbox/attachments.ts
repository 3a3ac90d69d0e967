import type { DocumentPrinter } from '../invoices/pdf/printer.ts';
import { documentFile } from '../invoices/printed-document.ts';
import type { ComposedMail } from '../mail/compose.ts';
import type { MailPicture } from '../mail/pictures.ts';

/** A file that a mail brings along. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
  /** Of a picture that is shown within the mail. */
  cid?: string;
}

/** The document of a mail, with the same bytes as a download. @throws while it has yet to be issued. */
export async function attachmentsOf(
  { printer }: { printer: DocumentPrinter },
  { document, awaitsDocument }: ComposedMail,
): Promise<MailAttachment[]> {
  if (awaitsDocument) throw new Error('Its invoice or credit note has not been issued yet.');
  if (!document) return [];
  const content = await printer.print(document);
  return [{ filename: documentFile(document), contentType: 'application/pdf', content }];
}

/** A picture of a mail, which mail programs show in its place rather than below. */
export function pictureFile({ cid, content }: MailPicture): MailAttachment {
  return { filename: `${cid.replace(/@.*/, '')}.jpg`, contentType: 'image/jpeg', content, cid };
}
