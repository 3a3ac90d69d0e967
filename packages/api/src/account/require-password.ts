import { User } from '@lantern/db/models/user';
import { checkPassword } from '../auth/passwords.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { ShopError } from '../shared/shop-error.ts';

/**
 * Checks the password of who is logged in, before what only the account's owner may do. Returns its hash: what is written
 * after that must ask for it, since the check takes a while, in which the password may change. `field` is the form field
 * for the error. @throws {ShopError} BAD_REQUEST `wrong_password`.
 */
export async function requirePassword({ id }: Viewer, password: string, field: string): Promise<string> {
  const user = await User.findByPk(id, { attributes: ['passwordHash'], raw: true });
  const check = await checkPassword(user?.passwordHash, password);
  if (!user || check === 'wrong') throw wrongPassword(field);
  return user.passwordHash;
}

export function wrongPassword(field: string): ShopError {
  return new ShopError('BAD_REQUEST', 'Your current password is incorrect.', {
    reason: 'wrong_password',
    fieldErrors: { [field]: ['This is not your current password.'] },
  });
}
