import type { Invoice, Seller } from '@lantern/db/models/invoice';
import type { MailWording, OutboxMail } from '@lantern/db/models/outbox-mail';
import { findDocument } from '../invoices/find-document.ts';
import { documentTitle } from '../invoices/printed-document.ts';
import { type MailBlock, paragraph } from '../mail-layout/content.ts';
import { renderHtml } from '../mail-layout/html.tsx';
import { renderText } from '../mail-layout/text.ts';
import { type LinkServices, Links } from './links.ts';
import { fillLine, fillParagraphs, type PlaceholderValues } from './placeholders.ts';
import { findTemplate, templateOf } from './templates.ts';
import type { WordingOf } from './wording.ts';

/** What a mail says. */
export interface MailForms {
  subject: string;
  html: string;
  text: string;
}

/** A mail as its recipient reads it. */
export interface ComposedMail extends MailForms {
  /** What is attached to it. */
  document: Invoice | null;
  /** Whether something will be, that has yet to be issued. */
  awaitsDocument: boolean;
}

/** Its subject; the name of the kind if it is one of another version of the store. */
export function subjectOf(
  mail: Pick<OutboxMail, 'kind' | 'data' | 'status' | 'wording'>,
  wordingOf: WordingOf,
): string {
  try {
    return fillLine(wordingOf(mail).subject, templateOf(mail.kind).values(mail.data));
  } catch {
    return mail.kind;
  }
}

/** Whether it is for its recipient alone; of an unknown kind, one cannot know. */
export function isPrivateMail({ kind }: Pick<OutboxMail, 'kind'>): boolean {
  return findTemplate(kind)?.isPrivate ?? true;
}

/** Whether an invoice or a credit note comes with it. */
export function bringsDocument({ kind, data }: Pick<OutboxMail, 'kind' | 'data'>): boolean {
  try {
    return templateOf(kind).document(data) !== null;
  } catch {
    return false;
  }
}

export interface ComposeServices extends LinkServices {
  /** Whose address some mails name. */
  seller: Seller;
}

/** Writes a queued mail in these words. @throws if what it is about is gone. */
export async function composeMail(
  { kind, data }: Pick<OutboxMail, 'kind' | 'data'>,
  wording: MailWording,
  services: ComposeServices,
): Promise<ComposedMail> {
  const template = templateOf(kind);
  const blocks = await template.blocks(data, new Links(services), services.seller);
  const which = template.document(data);
  const { document, isDue } = which ? await findDocument(which) : { document: null, isDue: false };
  const attached = document ? [paragraph(`${documentTitle(document)} is attached as a PDF.`)] : [];
  const forms = renderMail(wording, template.values(data), [...blocks, ...attached], services.storeUrl);
  return { ...forms, document, awaitsDocument: isDue };
}

/** A mail of these words, with `blocks` below them. */
export function renderMail(
  { subject, title, text }: MailWording,
  values: PlaceholderValues,
  blocks: MailBlock[],
  storeUrl: string,
): MailForms {
  const content = {
    title: fillLine(title, values),
    blocks: [...fillParagraphs(text, values).map(paragraph), ...blocks],
  };
  return {
    subject: fillLine(subject, values),
    html: renderHtml(content, storeUrl),
    text: renderText(content, storeUrl),
  };
}
