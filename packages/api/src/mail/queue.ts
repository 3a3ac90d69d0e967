import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { TransactionScope } from '@lantern/db/transaction';

/** What the mail of each kind is made from. Links are made when it is sent. */
export interface MailData {
  order_placed: { orderNumber: string };
  welcome: { name: string; token: string };
  password_reset: { token: string };
  email_verification: { token: string };
  /** To the new address. */
  email_change: { token: string };
  /** To the previous address. */
  email_changed: { newEmail: string };
}

export type MailKind = keyof MailData;

/**
 * Queues a mail in the current transaction: it is sent once that has been committed, and never if it is rolled back.
 * Returns its id.
 * @throws {Error} outside a transaction.
 */
export async function queueMail<Kind extends MailKind>(
  kind: Kind,
  recipient: string,
  data: MailData[Kind],
): Promise<number> {
  if (!TransactionScope.current()) throw new Error('A mail belongs to the transaction of the change that causes it.');
  const { id } = await OutboxMail.create({ kind, recipient, data, status: 'queued', nextAttemptAt: new Date() });
  return id;
}

/**
 * Removes a mail in the transaction that queued it. With null, the same statement removes none: so queueing a mail takes
 * the same time whether or not it is to be sent.
 */
export async function withdrawMail(id: number | null): Promise<void> {
  await OutboxMail.destroy({ where: { id: id ?? 0 } });
}
