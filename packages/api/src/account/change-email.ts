import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { issueToken, pendingEmail } from '../auth/account-tokens.ts';
import { mailLanguage } from '../auth/mail-language.ts';
import { queueMail, withdrawMail } from '../outbox/queue.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { ShopError } from '../shared/shop-error.ts';
import { requirePassword, wrongPassword } from './require-password.ts';
import type { ChangeEmailInput } from './schema.ts';

/** The address of an account, as its owner sees it. */
export interface EmailStatus {
  email: string;
  /** Whether the owner has confirmed that the mailbox is theirs. */
  verified: boolean;
  /** The new address that they still have to confirm. */
  pending: string | null;
  /** The language that mails come in which are about no order; null for that of the page that asks for one. */
  language: string | null;
}

export async function emailStatus({ id, email }: Viewer): Promise<EmailStatus> {
  const user = await User.findByPk(id, { attributes: ['emailVerifiedAt', 'language'], raw: true });
  return {
    email,
    verified: Boolean(user?.emailVerifiedAt),
    pending: await pendingEmail(id),
    language: user?.language ?? null,
  };
}

/**
 * Mails a link to the new address, in the account's language or else in `language`, which becomes the account's once its owner has
 * followed that. If another account has the address, its owner gets no mail, and the answer is the same, after the same
 * statements.
 * @throws {ShopError} BAD_REQUEST `wrong_password`, or for the address that the account has.
 */
export async function changeEmail(
  { database }: WithDatabase,
  viewer: Viewer,
  { newEmail, password }: ChangeEmailInput,
  language: string,
): Promise<void> {
  if (newEmail === viewer.email) throw unchanged();
  const { id } = viewer;
  const passwordHash = await requirePassword(viewer, password, 'password');
  await database.transaction(async () => {
    const own = await User.findOne({ where: { id, passwordHash }, attributes: ['language'], lock: true, raw: true });
    if (!own) throw wrongPassword('password');
    const owner = await User.findOne({ where: { email: newEmail }, attributes: ['id'], raw: true });
    const token = await issueToken({ userId: id, purpose: 'email_change', email: newEmail });
    const recipient = { email: newEmail, language: mailLanguage(own, language) };
    const mail = await queueMail('email_change', recipient, { token, accountId: id });
    await withdrawMail(owner ? mail : null);
  });
}

function unchanged(): ShopError {
  const message = 'This is your email already.';
  return new ShopError('BAD_REQUEST', message, { fieldErrors: { newEmail: [message] } });
}
