import type { WithDatabase } from '@lantern/db/database';
import { User } from '@lantern/db/models/user';
import { endTokens } from '../auth/account-tokens.ts';
import { hashPassword } from '../auth/passwords.ts';
import { type PublicUser, publicUser } from '../auth/service.ts';
import { refuseWeakPassword } from '../auth/weak-passwords.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Viewer } from '../sessions/viewer.ts';
import { requirePassword, wrongPassword } from './require-password.ts';

interface AccountServices extends WithDatabase {
  sessions: Sessions;
}

/** Changes the user's name. */
export async function updateProfile(services: WithDatabase, viewer: Viewer, name: string): Promise<PublicUser> {
  await services.database.transaction(() => User.update({ name }, { where: { id: viewer.id } }));
  return publicUser({ ...viewer, name });
}

/**
 * Changes the password; every other session of the user ends, and so do links mailed before.
 * @throws {ShopError} BAD_REQUEST `wrong_password` if the current one is wrong, `weak_password` if the new one is easy to guess.
 */
export async function changePassword(
  services: AccountServices,
  viewer: Viewer,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  const currentHash = await requirePassword(viewer, currentPassword, 'currentPassword');
  refuseWeakPassword(newPassword, viewer, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  await services.database.transaction(async () => {
    const where = { id: viewer.id, passwordHash: currentHash };
    const [changed] = await User.update({ passwordHash }, { where });
    if (changed === 0) throw wrongPassword('currentPassword');
    await services.sessions.endOthers(viewer);
    await endTokens(viewer.id);
  });
}
