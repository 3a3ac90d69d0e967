import { User } from '@lantern/db/models/user';
import { checkPassword } from '../auth/passwords.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { ShopError } from '../shared/shop-error.ts';

/**
 * Checks the password of who is logged in, before what only the account's owner may do. `field` is the form field for
 * the error. @throws {ShopError} BAD_REQUEST `wrong_password`.
 */
export async function requirePassword({ id }: Viewer, password: string, field: string): Promise<void> {
  const user = await User.findByPk(id, { attributes: ['passwordHash'], raw: true });
  if ((await checkPassword(user?.passwordHash, password)) !== 'wrong') return;
  throw new ShopError('BAD_REQUEST', 'Your current password is incorrect.', {
    reason: 'wrong_password',
    fieldErrors: { [field]: ['This is not your current password.'] },
  });
}
