import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { ShopError } from '../shared/shop-error.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import type { LoginInput, RegisterInput } from './schema.ts';
import type { Viewer } from './viewer.ts';
import { refuseWeakPassword } from './weak-passwords.ts';

/** What everybody may know of a user. */
export interface PublicUser {
  id: number;
  email: string;
  name: string;
  role: 'customer' | 'admin';
}

export function publicUser({ id, email, name, role }: User | Viewer): PublicUser {
  return { id, email, name, role };
}

/** Makes a customer's account. @throws {ShopError} CONFLICT `email_taken`, BAD_REQUEST `weak_password`. */
export async function register(services: WithDatabase, input: RegisterInput): Promise<PublicUser> {
  const { email, name, password } = input;
  refuseWeakPassword(password, input, 'password');
  // Hashing takes its time, so it happens before the transaction opens.
  const passwordHash = await hashPassword(password);
  try {
    const user = await services.database.transaction(() =>
      User.create({ email, name, passwordHash, role: 'customer', disabled: false }),
    );
    return publicUser(user);
  } catch (error) {
    if (!duplicateColumn(error)) throw error;
    throw new ShopError('CONFLICT', 'An account with this email already exists. Log in instead?', {
      reason: 'email_taken',
      fieldErrors: { email: ['An account with this email already exists.'] },
    });
  }
}

/**
 * Tells who this is. An unknown email, a wrong password and a disabled account answer alike, and take
 * the same time. @throws {ShopError} UNAUTHORIZED `wrong_credentials`.
 */
export async function authenticate(services: WithDatabase, { email, password }: LoginInput): Promise<PublicUser> {
  const user = await User.findOne({ where: { email }, raw: true });
  const check = await checkPassword(user?.passwordHash, password);
  if (!user || check === 'wrong' || user.disabled) {
    throw new ShopError('UNAUTHORIZED', 'Email or password is incorrect.', {
      reason: 'wrong_credentials',
    });
  }
  if (check === 'outdated') await hashAnew(services, user, password);
  return publicUser(user);
}

/** From now on the password is tried in one form only; one that was changed meanwhile stays changed. */
async function hashAnew(services: WithDatabase, { id, passwordHash: outdated }: User, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await services.database.transaction(() => User.update({ passwordHash }, { where: { id, passwordHash: outdated } }));
}
