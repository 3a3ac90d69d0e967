import type { Invoice } from '@lantern/db/models/invoice';
import type { MailWording, OutboxMail } from '@lantern/db/models/outbox-mail';
import { findDocument } from '../invoices/find-document.ts';
import { documentTitle } from '../invoices/printed-document.ts';
import { type MailBlock, paragraph } from '../mail-layout/content.ts';
import { renderHtml } from '../mail-layout/html.tsx';
import { renderText } from '../mail-layout/text.ts';
import type { MailPicture } from './pictures.ts';
import { fillLine, fillParagraphs, type PlaceholderValues } from './placeholders.ts';
import type { MailAttachment } from './template.ts';
import { findTemplate, templateOf } from './templates.ts';
import type { Wording, WordingOf } from './wording.ts';
import { type MailWriter, type WriterServices, writerIn } from './writer.ts';

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
  /** The pictures in its HTML. */
  pictures: MailPicture[];
  /** Whether something will be, that has yet to be issued. */
  awaitsDocument: boolean;
  /** What else is attached to it. */
  file: MailAttachment | null;
}

/** Its subject; the name of the kind if it is one of another version of the store. */
export function subjectOf(
  mail: Pick<OutboxMail, 'kind' | 'data' | 'status' | 'wording' | 'language'>,
  wordingOf: WordingOf,
): string {
  try {
    const { words, language } = wordingOf(mail);
    return fillLine(words.subject, templateOf(mail.kind).values(mail.data, language));
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

/** Writes a queued mail in these words and their language. @throws if what it is about is gone. */
export async function composeMail(
  { kind, data }: Pick<OutboxMail, 'kind' | 'data'>,
  { words, language }: Wording,
  services: WriterServices,
): Promise<ComposedMail> {
  const template = templateOf(kind);
  const writer = writerIn(language, services);
  const blocks = await template.blocks(data, writer);
  const which = template.document(data);
  const { document, isDue } = which ? await findDocument(which) : { document: null, isDue: false };
  const attached = document ? [paragraph(writer.words.orderMail.attached(documentTitle(document)))] : [];
  const forms = renderMail(words, template.values(data, language), [...blocks, ...attached], writer);
  return {
    ...forms,
    document,
    pictures: await writer.pictures.all(),
    awaitsDocument: isDue,
    file: template.file(data),
  };
}

/** A mail of these words, with `blocks` below them. */
export function renderMail(
  { subject, title, text }: MailWording,
  values: PlaceholderValues,
  blocks: MailBlock[],
  { code, links }: MailWriter,
): MailForms {
  const content = {
    language: code,
    title: fillLine(title, values),
    blocks: [...fillParagraphs(text, values).map(paragraph), ...blocks],
  };
  return {
    subject: fillLine(subject, values),
    html: renderHtml(content, links.home),
    text: renderText(content, links.home),
  };
}
