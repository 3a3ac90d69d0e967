import { actingAsSystem } from '@lantern/db/activity/actor';
import type { Database } from '@lantern/db/database';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { TransactionScope } from '@lantern/db/transaction';
import type { MailData, MailKind } from '../mail/templates.ts';
import { aboutOf } from './about.ts';

/** Whom a mail goes to. */
export interface Recipient {
  email: string;
  /** What it is written in; null if nobody knows, for the store's first language. */
  language: string | null;
}

/**
 * Queues a mail in the current transaction: it is sent once that has been committed, and never if it is rolled back.
 * Returns its id.
 * @throws {Error} outside a transaction.
 */
export async function queueMail<Kind extends MailKind>(
  kind: Kind,
  recipient: Recipient,
  data: MailData[Kind],
): Promise<number> {
  noteQueued();
  // As the system: the log has the change that causes the mail.
  const { id } = await actingAsSystem(() => OutboxMail.create(waitingMail(kind, recipient, data)));
  return id;
}

/** Queues mails of one kind to different people in the current transaction, with one statement. @throws like `queueMail`. */
export async function queueMails<Kind extends MailKind>(
  kind: Kind,
  mails: { recipient: Recipient; data: MailData[Kind] }[],
): Promise<void> {
  if (mails.length === 0) return;
  noteQueued();
  const rows = mails.map(({ recipient, data }) => waitingMail(kind, recipient, data));
  await actingAsSystem(() => OutboxMail.bulkCreate(rows));
}

function waitingMail<Kind extends MailKind>(kind: Kind, { email, language }: Recipient, data: MailData[Kind]) {
  const waiting = { status: 'queued' as const, nextAttemptAt: new Date() };
  return { ...waiting, kind, recipient: email, language, about: aboutOf(data), data: { ...data } };
}

/**
 * Queues a locked mail again that was sent or has failed, in the current transaction, and returns the one that waits
 * then. What was sent stays as it is, and a new mail is queued.
 */
export async function requeueMail(mail: OutboxMail): Promise<OutboxMail> {
  noteQueued();
  const waiting = { status: 'queued' as const, nextAttemptAt: new Date() };
  if (mail.status === 'failed') return mail.update({ ...waiting, attempts: 0, lastError: null });
  const { kind, recipient, language, about, data } = mail;
  const { id } = await OutboxMail.create({ ...waiting, kind, recipient, language, about, data });
  return OutboxMail.findByPk(id, { rejectOnEmpty: true });
}

/**
 * Removes a mail in the transaction that queued it. With null, the same statement removes none: so queueing a mail takes
 * the same time whether or not it is to be sent.
 */
export async function withdrawMail(id: number | null): Promise<void> {
  await actingAsSystem(() => OutboxMail.destroy({ where: { id: id ?? 0 } }));
}

/**
 * Stops a queued mail in the current transaction. True if nobody has read it: it was never tried. One that is on its way,
 * or was tried in vain, may have arrived; it is not tried again.
 */
export async function stopMail(id: number): Promise<boolean> {
  const where = { id, status: 'queued' as const };
  return actingAsSystem(async () => {
    const untried = await OutboxMail.destroy({ where: { ...where, attempts: 0 } });
    if (untried === 0) await OutboxMail.destroy({ where });
    return untried > 0;
  });
}

/** Queues the confirmation of a paid order in the current transaction, without reading the order first. */
export async function queueOrderPlaced(database: Database, orderId: number): Promise<void> {
  noteQueued();
  const now = new Date();
  await database.execute(
    `INSERT INTO outbox_mails (kind, recipient, language, about, data, status, nextAttemptAt, createdAt, updatedAt)
    SELECT 'order_placed', COALESCE(orders.email, users.email), orders.language, orders.number,
      JSON_OBJECT('orderNumber', orders.number), 'queued', ?, ?, ?
    FROM orders LEFT JOIN users ON users.id = orders.userId WHERE orders.id = ?`,
    [now, now, now, orderId],
  );
}

function noteQueued(): void {
  const scope = TransactionScope.current();
  if (!scope) throw new Error('A mail belongs to the transaction of the change that causes it.');
  scope.mailQueued = true;
}
