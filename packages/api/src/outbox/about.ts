import { OutboxMail } from '@lantern/db/models/outbox-mail';

/** More than admins send again of one mail. */
const LIMIT = 100;

/** The number of the return or the order that a mail is about; null for one about an account. */
export function aboutOf(data: object): string | null {
  if ('returnNumber' in data) return String(data.returnNumber);
  return 'orderNumber' in data ? String(data.orderNumber) : null;
}

/** The mails of some kinds about the return or the order of this number, newest first. */
export function mailsAbout(about: string, kind: string | string[]): Promise<OutboxMail[]> {
  return OutboxMail.findAll({ where: { about, kind }, order: [['id', 'DESC']], limit: LIMIT, raw: true });
}
