import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { renderHtml } from './layout/html.tsx';
import { renderText } from './layout/text.ts';
import { templateOf } from './templates.ts';

/** A mail as its recipient reads it. */
export interface ComposedMail {
  subject: string;
  html: string;
  text: string;
}

/** Writes a queued mail, with links to the store at `storeUrl` (an origin). @throws if what it is about is gone. */
export async function composeMail(
  { kind, data }: Pick<OutboxMail, 'kind' | 'data'>,
  storeUrl: string,
): Promise<ComposedMail> {
  const template = templateOf(kind);
  const content = await template.content(data, (path) => `${storeUrl}${path}`);
  return {
    subject: template.subject(data),
    html: renderHtml(content, storeUrl),
    text: renderText(content, storeUrl),
  };
}
