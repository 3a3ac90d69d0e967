import type { WithDatabase } from '@lantern/db/database';
import { type MailStatus, OutboxMail } from '@lantern/db/models/outbox-mail';
import { col, fn, Op, type Ordering, where } from '@lantern/db/query';
import { z } from 'zod';
import { documentFile } from '../../invoices/printed-document.ts';
import { composeMail, isPrivateMail, subjectOf } from '../../mail/compose.ts';
import { withPictures } from '../../mail/pictures.ts';
import { readWordings, type WordingOf } from '../../mail/wording.ts';
import type { WriterServices } from '../../mail/writer.ts';
import { documentUrl } from '../../orders/documents.ts';
import { requeueMail } from '../../outbox/queue.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { decodeCursor, type Page, toPage } from '../../shared/paging.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import { emailBeginsWith } from '../../shared/text-search.ts';
import type { MailListInput } from './schema.ts';

/** A mail as admins see it. */
export interface MailRow {
  id: number;
  to: string;
  subject: string;
  kind: string;
  status: MailStatus;
  /** When it was queued: ISO 8601, UTC. */
  at: string;
  /** Why the last attempt failed; only where one has. */
  error?: string;
  /** It had a link for its recipient alone: nobody else sees it, and it is not sent again. */
  isPrivate: boolean;
}

/** What a mail says; null for a private one. */
export interface MailPreview extends MailRow {
  html: string | null;
  text: string | null;
  /** The files that it brings along. */
  attachments: { name: string; url: string }[];
}

const newestFirst: Ordering = [['id', 'DESC']];
const cursorKeys = z.tuple([z.number().int()]);

/** A page of the mails, newest first. */
export async function listMails(
  services: WithLanguages,
  { status, recipient, cursor, limit }: MailListInput,
): Promise<Page<MailRow>> {
  const after = decodeCursor(cursor, cursorKeys);
  const older = after ? { id: { [Op.lt]: after[0] } } : {};
  const page = { order: newestFirst, limit: limit + 1, raw: true };
  if (!recipient) {
    const rows = await OutboxMail.findAll({ ...page, where: { ...older, ...(status && { status }) } });
    return viewPage(services, rows, limit);
  }
  // Their ids are read and sorted in an index; the mails themselves would be sorted with all they say.
  const found = await OutboxMail.findAll({
    ...page,
    where: { [Op.and]: [{ recipient: emailBeginsWith(recipient) }, older, status ? hasStatus(status) : {}] },
    attributes: ['id'],
  });
  const rows = await OutboxMail.findAll({ ...page, where: { id: found.map(({ id }) => id) } });
  return viewPage(services, rows, limit);
}

async function viewPage(services: WithLanguages, rows: OutboxMail[], limit: number): Promise<Page<MailRow>> {
  const wordingOf = await readWordings(rows, services);
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    (mail) => viewMail(mail, wordingOf),
  );
}

/** An expression, not the column: otherwise SQLite reads all mails of the status instead of those to an address. */
function hasStatus(status: MailStatus) {
  return where(fn('CONCAT', col('status')), status);
}

/** A mail, and what it says. @throws {ShopError} NOT_FOUND. */
export async function previewMail(services: WriterServices, id: number): Promise<MailPreview> {
  const mail = await OutboxMail.findByPk(id, { raw: true });
  if (!mail) throw notFound('mail');
  const wordingOf = await readWordings([mail], services);
  const view = viewMail(mail, wordingOf);
  if (view.isPrivate) return { ...view, html: null, text: null, attachments: [] };
  const { html, text, document, pictures } = await composeMail(mail, wordingOf(mail), services);
  const attachments = document ? [{ name: documentFile(document), url: documentUrl(document.number) }] : [];
  return { ...view, html: withPictures(html, pictures), text, attachments };
}

/**
 * Sends a mail again: one that failed is tried anew, one that was sent is sent a second time, as another mail, so that
 * no mailbox takes it for a double. Returns the mail that waits then.
 * @throws {ShopError} NOT_FOUND; CONFLICT `mail_private`, `mail_waiting`, with nothing changed.
 */
export function resendMail(services: WithDatabase & WithLanguages, id: number): Promise<MailRow> {
  return services.database.transaction(async () => {
    const mail = await OutboxMail.findByPk(id, { lock: true });
    if (!mail) throw notFound('mail');
    if (isPrivateMail(mail)) {
      const message = 'This mail had a link that works once. The person it was for can ask for another one.';
      throw new ShopError('CONFLICT', message, { reason: 'mail_private' });
    }
    if (mail.status === 'queued') {
      throw new ShopError('CONFLICT', 'This mail is waiting to be sent already.', { reason: 'mail_waiting' });
    }
    const waiting = await requeueMail(mail);
    return viewMail(waiting, await readWordings([waiting], services));
  });
}

function viewMail(mail: OutboxMail, wordingOf: WordingOf): MailRow {
  const { id, recipient, kind, status, createdAt, lastError } = mail;
  return {
    id,
    to: recipient,
    subject: subjectOf(mail, wordingOf),
    kind,
    status,
    at: createdAt.toISOString(),
    ...(lastError !== null && { error: lastError }),
    isPrivate: isPrivateMail(mail),
  };
}
