import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { TransactionScope } from '@lantern/db/transaction';

/** What the mail of each kind is made from. Links are made when it is sent. */
export interface MailData {
  order_placed: { orderNumber: string };
  password_reset: { token: string };
}

export type MailKind = keyof MailData;

/**
 * Queues a mail in the current transaction: it is sent once that has been committed, and never if it is rolled back.
 * @throws {Error} outside a transaction.
 */
export async function queueMail<Kind extends MailKind>(
  kind: Kind,
  recipient: string,
  data: MailData[Kind],
): Promise<void> {
  if (!TransactionScope.current()) throw new Error('A mail belongs to the transaction of the change that causes it.');
  await OutboxMail.create({ kind, recipient, data, status: 'queued', nextAttemptAt: new Date() });
}
