import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { isMissingRow, Op } from '@lantern/db/query';
import { composeMail, type MailForms, renderMail } from '../../mail/compose.ts';
import { withPictures } from '../../mail/pictures.ts';
import { type WriterServices, writerIn } from '../../mail/writer.ts';
import { paragraph } from '../../mail-layout/content.ts';
import { refuseOtherLanguages, type WithLanguages } from '../../shared/languages.ts';
import { customerLanguage, type Language } from '../../words/language.ts';
import { checkPlaceholders, knownTemplate } from './check-words.ts';
import type { PreviewText } from './schema.ts';

/** Among how many of the latest mails an example is looked for: there is no index of their kinds. */
const RECENT = 1000;

/**
 * What a mail would say in these words and their language: the newest of its kind, or an example if there is none or it is
 * private. No link in it works.
 * @throws {ShopError} NOT_FOUND; BAD_REQUEST for an unknown placeholder, or a language that the store does not have.
 */
export async function previewText(services: WriterServices, input: PreviewText): Promise<MailForms> {
  const { kind, language: code, ...words } = input;
  const language = previewLanguage(code, services);
  const template = knownTemplate(kind);
  checkPlaceholders(template, [{ at: '', language, words }]);
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
  const rest = (await blocks(example, writer).catch(orNull)) ?? [paragraph(language.words.theRest)];
  return renderMail(words, values(example, language), rest, writer);
}

function previewLanguage(code: string | undefined, services: WithLanguages): Language {
  if (code !== undefined && code !== services.languages[0]) refuseOtherLanguages({ [code]: {} }, services);
  return customerLanguage(code ?? null, services);
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
