import type { Seller } from '@lantern/db/models/invoice';
import type { MailWording } from '@lantern/db/models/outbox-mail';
import type { z } from 'zod';
import type { DocumentOf } from '../invoices/find-document.ts';
import type { MailBlock } from '../mail-layout/content.ts';
import type { Links } from './links.ts';
import type { PlaceholderValues } from './placeholders.ts';

/** A kind of mail: what it is made from, and what it says. */
export interface MailTemplate<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Its `token` is for the recipient alone: it is removed once the mail has left, and nobody else sees the mail. */
  isPrivate: boolean;
  /** When it is sent: "When an order has been paid." */
  occasion: string;
  /** The store's own words, which an admin may replace. */
  wording: MailWording;
  /** What an example of it is made from. */
  example: Record<string, unknown>;
  /** What its placeholders stand for. Also after its token has been removed. */
  values(data: unknown): PlaceholderValues;
  /** What follows the words: facts, links, and what must not be left out. */
  blocks(data: unknown, links: Links, seller: Seller): Promise<MailBlock[]>;
  /** The document that it brings along. */
  document(data: unknown): DocumentOf | null;
}

interface Parts<Schema extends z.ZodType> {
  schema: Schema;
  occasion: string;
  wording: MailWording;
  example: z.input<Schema> & Record<string, unknown>;
  values?(data: z.output<Schema>): PlaceholderValues;
  blocks(data: z.output<Schema>, links: Links, seller: Seller): MailBlock[] | Promise<MailBlock[]>;
}

/** Defines a kind of mail, which admins may read and send again. */
export function template<Schema extends z.ZodType>({
  schema,
  values = () => ({}),
  blocks,
  document = () => null,
  ...words
}: Parts<Schema> & { document?(data: z.output<Schema>): DocumentOf | null }): MailTemplate<Schema> {
  return {
    ...words,
    schema,
    isPrivate: false,
    values: (data) => values(schema.parse(data)),
    blocks: async (data, links, seller) => blocks(schema.parse(data), links, seller),
    document: (data) => document(schema.parse(data)),
  };
}

/** Defines a kind of mail with a `token`, which only its recipient may see. Its words outlive the token. */
export function privateTemplate<Schema extends z.ZodType<{ token: string }>>({
  schema,
  values = () => ({}),
  blocks,
  ...words
}: Parts<Schema>): MailTemplate<Schema> {
  return {
    ...words,
    schema,
    isPrivate: true,
    values: (data) => values(schema.parse({ token: '', ...Object(data) })),
    blocks: async (data, links, seller) => blocks(schema.parse(data), links, seller),
    document: () => null,
  };
}
