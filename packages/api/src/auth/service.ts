import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { queueMail } from '../outbox/queue.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { ShopError } from '../shared/shop-error.ts';
import { issueToken } from './account-tokens.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import type { LoginInput, RegisterInput } from './schema.ts';
import { refuseWeakPassword } from './weak-passwords.ts';

/** The fields of a user that may be public. */
export interface PublicUser {
  id: number;
  email: string;
  name: string;
  role: 'customer' | 'admin';
}

export function publicUser({ id, email, name, role }: User | Viewer): PublicUser {
  return { id, email, name, role };
}

/**
 * Creates a customer account of this language, and mails a link for confirming its address. `created` runs in the same transaction.
 * @throws {ShopError} CONFLICT `email_taken`, BAD_REQUEST `weak_password`, and what `created` throws.
 */
export async function register(
  services: WithDatabase,
  input: RegisterInput,
  language: string,
  created: (user: PublicUser) => Promise<void>,
): Promise<PublicUser> {
  const { email, name, password } = input;
  refuseWeakPassword(password, input, 'password');
  // Hashing is slow, so it runs before the transaction.
  const passwordHash = await hashPassword(password);
  try {
    return await services.database.transaction(async () => {
      const account = {
        email,
        name,
        passwordHash,
        language,
        role: 'customer' as const,
        disabled: false,
        lastLoginAt: new Date(),
      };
      const user = publicUser(await User.create(account));
      const token = await issueToken({ userId: user.id, purpose: 'email_verification', email });
      await queueMail('welcome', { email, language }, { name, token, accountId: user.id, email });
      await created(user);
      return user;
    });
  } catch (error) {
    throw duplicateColumn(error) ? emailTaken() : error;
  }
}

export function emailTaken(): ShopError {
  return new ShopError('CONFLICT', 'An account with this email already exists. Log in instead?', {
    reason: 'email_taken',
    fieldErrors: { email: ['An account with this email already exists.'] },
  });
}

/** A user whose password was right, and its hash then. */
interface Authenticated {
  user: PublicUser;
  passwordHash: string;
}

/**
 * The user with these credentials. An unknown email, a wrong password and a disabled account throw the same
 * error, and take the same time. @throws {ShopError} UNAUTHORIZED `wrong_credentials`.
 */
export async function authenticate(services: WithDatabase, { email, password }: LoginInput): Promise<Authenticated> {
  const user = await User.findOne({ where: { email }, raw: true });
  const check = await checkPassword(user?.passwordHash, password);
  if (!user || check === 'wrong' || user.disabled) throw wrongCredentials();
  const passwordHash = check === 'outdated' ? await rehash(services, user, password) : user.passwordHash;
  return { user: publicUser(user), passwordHash };
}

/** Whether a password that was right is so still. It is only hashed again if the account has another hash by now. */
export async function isStillRight({ user, passwordHash }: Authenticated, password: string): Promise<boolean> {
  const now = await User.findByPk(user.id, { attributes: ['passwordHash'], raw: true });
  return now?.passwordHash === passwordHash || (await checkPassword(now?.passwordHash, password)) !== 'wrong';
}

export function wrongCredentials(): ShopError {
  return new ShopError('UNAUTHORIZED', 'Email or password is incorrect.', { reason: 'wrong_credentials' });
}

/** So that the next login needs one form only, and costs a thief of hashes what it should. Does not overwrite a password changed in the meantime. */
async function rehash(services: WithDatabase, { id, passwordHash: outdated }: User, password: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  await services.database.transaction(() => User.update({ passwordHash }, { where: { id, passwordHash: outdated } }));
  return passwordHash;
}
