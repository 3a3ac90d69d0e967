import type { Seller } from '@lantern/db/models/invoice';
import type { z } from 'zod';
import type { DocumentOf } from '../invoices/find-document.ts';
import type { MailContent } from '../mail-layout/content.ts';
import type { Links } from './links.ts';

/** A kind of mail: what it is made from, and what it says. */
export interface MailTemplate<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Its `token` is for the recipient alone: it is removed once the mail has left, and nobody else sees the mail. */
  isPrivate: boolean;
  subject(data: unknown): string;
  content(data: unknown, links: Links, seller: Seller): Promise<MailContent>;
  /** The document that it brings along. */
  document(data: unknown): DocumentOf | null;
}

interface Parts<Schema extends z.ZodType> {
  schema: Schema;
  content(data: z.output<Schema>, links: Links, seller: Seller): MailContent | Promise<MailContent>;
}

/** Defines a kind of mail, which admins may read and send again. */
export function template<Schema extends z.ZodType>({
  schema,
  content,
  subject,
  document = () => null,
}: Parts<Schema> & {
  subject(data: z.output<Schema>): string;
  document?(data: z.output<Schema>): DocumentOf | null;
}): MailTemplate<Schema> {
  return {
    schema,
    isPrivate: false,
    subject: (data) => subject(schema.parse(data)),
    content: async (data, links, seller) => content(schema.parse(data), links, seller),
    document: (data) => document(schema.parse(data)),
  };
}

/** Defines a kind of mail with a `token`, which only its recipient may see. Its subject outlives the token. */
export function privateTemplate<Schema extends z.ZodType<{ token: string }>>({
  schema,
  content,
  subject,
}: Parts<Schema> & { subject: string }): MailTemplate<Schema> {
  return {
    schema,
    isPrivate: true,
    subject: () => subject,
    content: async (data, links, seller) => content(schema.parse(data), links, seller),
    document: () => null,
  };
}
