import { OutboxMail } from '@lantern/db/models/outbox-mail';
import type { MailKind } from '../mail/templates.ts';

/** The token in the newest mail of this kind to an address. */
export async function mailedToken(kind: MailKind, recipient: string): Promise<string> {
  const mail = await OutboxMail.findOne({ where: { kind, recipient }, order: [['id', 'DESC']], rejectOnEmpty: true });
  const { token } = mail.data;
  if (typeof token !== 'string') throw new Error(`The mail ${kind} has no token.`);
  return token;
}
