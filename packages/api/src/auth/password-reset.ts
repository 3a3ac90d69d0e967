import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { queueMail, withdrawMail } from '../outbox/queue.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { endTokens, findToken, issueToken, tokenInvalid, useToken } from './account-tokens.ts';
import type { MailboxOwner, OwnerServices } from './email-verification.ts';
import { mailLanguage } from './mail-language.ts';
import { hashPassword } from './passwords.ts';
import type { ResetPasswordInput } from './schema.ts';
import { refuseWeakPassword } from './weak-passwords.ts';

/**
 * Mails a link for setting a new password, in the account's language or else in `language`. For an address without an account, or
 * with a disabled one, the same statements run, so that the time reveals nothing, but no mail is left at the end of the
 * transaction.
 */
export function requestPasswordReset({ database }: WithDatabase, email: string, language: string): Promise<void> {
  return database.transaction(async () => {
    const user = await User.findOne({ where: { email, disabled: false }, attributes: ['id', 'language'], raw: true });
    const token = await issueToken({ userId: user?.id ?? null, purpose: 'password_reset', email });
    const mail = await queueMail('password_reset', { email, language: mailLanguage(user, language) }, { token });
    await withdrawMail(user ? null : mail);
  });
}

/**
 * Sets a new password with the token of a mail, which also proves that the address is the user's. Every session and
 * every other link of the account ends. Returns whose it is.
 * @throws {ShopError} BAD_REQUEST `token_invalid`, or `weak_password`, after which the token is still valid.
 */
export async function resetPassword(
  services: OwnerServices & { sessions: Sessions },
  { token, newPassword }: ResetPasswordInput,
): Promise<MailboxOwner> {
  const found = await findToken(token, ['password_reset']);
  const { userId, email } = found;
  // An admin may have changed the address since, or disabled the account.
  const owner = { id: userId, email, disabled: false };
  const user = await User.findOne({ where: owner, attributes: ['name'], raw: true });
  if (!user) throw tokenInvalid();
  refuseWeakPassword(newPassword, { email, name: user.name }, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  await services.database.transaction(async () => {
    await useToken(found);
    const [changed] = await User.update({ passwordHash, emailVerifiedAt: new Date() }, { where: owner });
    if (changed === 0) throw tokenInvalid();
    await services.sessions.endAll(userId);
    await endTokens(userId);
    await services.claims.claimOrders(userId, email);
  });
  return { userId, email };
}
