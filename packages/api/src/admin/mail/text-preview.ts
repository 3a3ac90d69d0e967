import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { isMissingRow, Op } from '@lantern/db/query';
import { composeMail, type MailForms, renderMail } from '../../mail/compose.ts';
import { withPictures } from '../../mail/pictures.ts';
import { type WriterServices, writerIn } from '../../mail/writer.ts';
import { paragraph } from '../../mail-layout/content.ts';
import { customerLanguage } from '../../words/language.ts';
import type { PreviewText } from './schema.ts';
import { checkedTemplate } from './texts.ts';

/** Among how many of the latest mails an example is looked for: there is no index of their kinds. */
const RECENT = 1000;

const theRest = paragraph('… followed by what this mail is about: items, amounts, addresses and links.');

/**
 * What a mail would say in these words, in the store's first language: the newest of its kind, or an example if there is none or it is private.
 * No link in it works.
 * @throws {ShopError} NOT_FOUND; BAD_REQUEST for an unknown placeholder.
 */
export async function previewText(services: WriterServices, { kind, ...words }: PreviewText): Promise<MailForms> {
  const language = customerLanguage(null, services);
  const template = checkedTemplate({ kind, ...words }, language);
  const tokens = { issue: async () => 'example' };
  const without = { ...services, accessTokens: tokens, stopTokens: tokens };
  const newest = template.isPrivate ? null : await newestOf(kind);
  const composed = newest && (await composeMail(newest, { words, language }, without).catch(orNull));
  if (composed) {
    const { subject, html, text, pictures } = composed;
    return { subject, html: withPictures(html, pictures), text };
  }
  const { example, values, blocks } = template;
  const writer = writerIn(language, without);
  const rest = (await blocks(example, writer).catch(orNull)) ?? [theRest];
  return renderMail(words, values(example, language), rest, writer);
}

async function newestOf(kind: string): Promise<OutboxMail | null> {
  const last = (await OutboxMail.max<number | null, OutboxMail>('id')) ?? 0;
  return OutboxMail.findOne({ where: { kind, id: { [Op.gt]: last - RECENT } }, order: [['id', 'DESC']], raw: true });
}

/** What a mail is about may be gone, and an example is about nothing. */
function orNull(error: unknown): null {
  if (isMissingRow(error)) return null;
  throw error;
}
