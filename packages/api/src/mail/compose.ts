import type { Invoice, Seller } from '@lantern/db/models/invoice';
import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { findDocument } from '../invoices/find-document.ts';
import { documentTitle } from '../invoices/printed-document.ts';
import { paragraph } from '../mail-layout/content.ts';
import { renderHtml } from '../mail-layout/html.tsx';
import { renderText } from '../mail-layout/text.ts';
import { type LinkServices, Links } from './links.ts';
import { findTemplate, templateOf } from './templates.ts';

/** A mail as its recipient reads it. */
export interface ComposedMail {
  subject: string;
  html: string;
  text: string;
  /** What is attached to it. */
  document: Invoice | null;
  /** Whether something will be, that has yet to be issued. */
  awaitsDocument: boolean;
}

/** Its subject; the name of the kind if it is one of another version of the store. */
export function subjectOf({ kind, data }: Pick<OutboxMail, 'kind' | 'data'>): string {
  try {
    return templateOf(kind).subject(data);
  } catch {
    return kind;
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

/** Writes a queued mail. @throws if what it is about is gone. */
export async function composeMail(
  { kind, data }: Pick<OutboxMail, 'kind' | 'data'>,
  services: ComposeServices,
): Promise<ComposedMail> {
  const template = templateOf(kind);
  const { title, blocks } = await template.content(data, new Links(services), services.seller);
  const which = template.document(data);
  const { document, isDue } = which ? await findDocument(which) : { document: null, isDue: false };
  const attached = document ? [paragraph(`${documentTitle(document)} is attached as a PDF.`)] : [];
  const content = { title, blocks: [...blocks, ...attached] };
  return {
    subject: template.subject(data),
    html: renderHtml(content, services.storeUrl),
    text: renderText(content, services.storeUrl),
    document,
    awaitsDocument: isDue,
  };
}
