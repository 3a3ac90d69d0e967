import type { z } from 'zod';
import type { DocumentOf } from '../invoices/find-document.ts';
import type { MailBlock } from '../mail-layout/content.ts';
import type { Language } from '../words/language.ts';
import type { PlaceholderValues } from './placeholders.ts';
import type { MailWriter } from './writer.ts';

/** A file that a mail brings along. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
  /** Of a picture that is shown within the mail. */
  cid?: string;
}

/** A kind of mail: what it is made from, and what it says besides its words. */
export interface MailTemplate<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Its `token` is for the recipient alone: it is removed once the mail has left, and nobody else sees the mail. */
  isPrivate: boolean;
  /** When it is sent: "When an order has been paid." */
  occasion: string;
  /** What an example of it is made from. */
  example: Record<string, unknown>;
  /** What its placeholders stand for. Also after its token has been removed. */
  values(data: unknown, language: Language): PlaceholderValues;
  /** What follows the words: facts, links, and what must not be left out. */
  blocks(data: unknown, writer: MailWriter): Promise<MailBlock[]>;
  /** The document that it brings along. */
  document(data: unknown): DocumentOf | null;
  /** A file that it brings along as it is. */
  file(data: unknown): MailAttachment | null;
}

interface Parts<Schema extends z.ZodType> {
  schema: Schema;
  occasion: string;
  example: z.input<Schema> & Record<string, unknown>;
  values?(data: z.output<Schema>, language: Language): PlaceholderValues;
  blocks(data: z.output<Schema>, writer: MailWriter): MailBlock[] | Promise<MailBlock[]>;
}

interface Brought<Data> {
  document?(data: Data): DocumentOf | null;
  file?(data: Data): MailAttachment | null;
}

/** Defines a kind of mail, which admins may read and send again. */
export function template<Schema extends z.ZodType>({
  schema,
  values = () => ({}),
  blocks,
  document = () => null,
  file = () => null,
  ...rest
}: Parts<Schema> & Brought<z.output<Schema>>): MailTemplate<Schema> {
  return {
    ...rest,
    schema,
    isPrivate: false,
    values: (data, language) => values(schema.parse(data), language),
    blocks: async (data, writer) => blocks(schema.parse(data), writer),
    document: (data) => document(schema.parse(data)),
    file: (data) => file(schema.parse(data)),
  };
}

/** Defines a kind of mail with a `token`, which only its recipient may see. Its words outlive the token. */
export function privateTemplate<Schema extends z.ZodType<{ token: string }>>({
  schema,
  values = () => ({}),
  blocks,
  ...rest
}: Parts<Schema>): MailTemplate<Schema> {
  return {
    ...rest,
    schema,
    isPrivate: true,
    values: (data, language) => values(schema.parse({ token: '', ...Object(data) }), language),
    blocks: async (data, writer) => blocks(schema.parse(data), writer),
    document: () => null,
    file: () => null,
  };
}
