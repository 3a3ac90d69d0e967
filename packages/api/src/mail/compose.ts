import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { renderHtml } from '../mail-layout/html.tsx';
import { renderText } from '../mail-layout/text.ts';
import { type LinkServices, Links } from './links.ts';
import { findTemplate, templateOf } from './templates.ts';

/** A mail as its recipient reads it. */
export interface ComposedMail {
  subject: string;
  html: string;
  text: string;
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

/** Writes a queued mail. @throws if what it is about is gone. */
export async function composeMail(
  { kind, data }: Pick<OutboxMail, 'kind' | 'data'>,
  services: LinkServices,
): Promise<ComposedMail> {
  const template = templateOf(kind);
  const content = await template.content(data, new Links(services));
  return {
    subject: template.subject(data),
    html: renderHtml(content, services.storeUrl),
    text: renderText(content, services.storeUrl),
  };
}
