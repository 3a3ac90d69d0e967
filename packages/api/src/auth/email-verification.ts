import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { queueMail } from '../outbox/queue.ts';
import { endTokens, findToken, issueToken, tokenInvalid, useToken } from './account-tokens.ts';
import { mailLanguage } from './mail-language.ts';
import { emailTaken } from './service.ts';

/** Services for whoever proves that a mailbox is theirs. */
export interface OwnerServices extends WithDatabase {
  /** Brings along what guests left under that address. An interface, because orders are a domain above this one. */
  claims: { claimOrders(userId: number, email: string): Promise<void> };
}

/** Whose mailbox it is. */
export interface MailboxOwner {
  userId: number;
  /** The account's address, lower case. */
  email: string;
}

/**
 * Mails the link for confirming the account's address again, in the account's language or else in `language`, unless that
 * is confirmed. The previous link ends.
 */
export function resendVerification({ database }: WithDatabase, userId: number, language: string): Promise<void> {
  return database.transaction(async () => {
    const user = await User.findByPk(userId, { attributes: ['email', 'emailVerifiedAt', 'language'], raw: true });
    if (!user || user.emailVerifiedAt) return;
    const { email } = user;
    const recipient = { email, language: mailLanguage(user, language) };
    const token = await issueToken({ userId, purpose: 'email_verification', email });
    await queueMail('email_verification', recipient, { token, accountId: userId, email });
  });
}

/**
 * Confirms an address with the token that was mailed to it. A new address becomes the account's now; the previous one
 * gets a mail about it, in the account's language or else in `language`. Returns whose it is. Orders placed with the confirmed
 * address as a guest come to the account.
 * @throws {ShopError} BAD_REQUEST `token_invalid`, CONFLICT `email_taken` if another account has the address by now.
 */
export async function verifyEmail(
  { database, claims }: OwnerServices,
  token: string,
  language: string,
): Promise<MailboxOwner> {
  const found = await findToken(token, ['email_verification', 'email_change']);
  const { userId, email, purpose } = found;
  try {
    await database.transaction(async () => {
      await useToken(found);
      const user = await User.findOne({ where: { id: userId, disabled: false }, lock: true });
      if (!user) throw tokenInvalid();
      const previous = user.email;
      if (purpose === 'email_verification' && previous !== email) throw tokenInvalid();
      await user.update({ email, emailVerifiedAt: new Date() });
      await claims.claimOrders(userId, email);
      if (previous === email) return;
      await endTokens(userId);
      await queueMail(
        'email_changed',
        { email: previous, language: mailLanguage(user, language) },
        { newEmail: email },
      );
    });
  } catch (error) {
    throw duplicateColumn(error) === 'email' ? emailTaken() : error;
  }
  return { userId, email };
}
