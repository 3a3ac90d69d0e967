import type { WithDatabase } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { type PublicUser, publicUser } from '../../auth/service.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { UpdateUserInput } from './schema.ts';

/** A user as admins see one. */
export interface ManagedUser extends PublicUser {
  /** Cannot log in, and is logged in nowhere. */
  disabled: boolean;
}

export function managedUser(user: User): ManagedUser {
  // SQLite's raw rows say 0 and 1.
  return { ...publicUser(user), disabled: Boolean(user.disabled) };
}

/**
 * Changes what is given of a user. Disabling ends every session in the same transaction; a new role
 * holds from the user's next request on.
 * @throws {ShopError} NOT_FOUND, or CONFLICT `email_taken` or `last_admin`.
 */
export async function updateUser(services: WithDatabase, { id, ...changes }: UpdateUserInput): Promise<ManagedUser> {
  try {
    return await services.database.transaction(async () => {
      const mayEndAnAdmin = changes.role !== undefined || changes.disabled !== undefined;
      const admins = mayEndAnAdmin ? await lockAdmins() : [];
      const user = admins.find((admin) => admin.id === id) ?? (await lockUser(id));
      const wasDisabled = user.disabled;
      await user.update(changes);
      if (admins.length > 0 && !admins.some(isAdmin)) throw lastAdmin();
      // Enabling too: a login that slipped in while the account was disabled must not come to life.
      if (user.disabled !== wasDisabled) await destroySessions(id);
      return managedUser(user);
    });
  } catch (error) {
    throw duplicateColumn(error) ? emailTaken() : error;
  }
}

/** Logs a user out everywhere, and answers how many sessions that were. @throws {ShopError} NOT_FOUND. */
export function endSessions(services: WithDatabase, id: number): Promise<number> {
  return services.database.transaction(async () => {
    await lockUser(id);
    return destroySessions(id);
  });
}

/** All admins, locked in one order: of two who demote each other, the second finds himself the last. */
async function lockAdmins(): Promise<User[]> {
  return User.findAll({ where: { role: 'admin', disabled: false }, order: ['id'], lock: true });
}

async function lockUser(id: number): Promise<User> {
  const user = await User.findByPk(id, { lock: true });
  if (!user) throw notFound('user');
  return user;
}

async function destroySessions(userId: number): Promise<number> {
  const sessions = await Session.findAll({ where: { userId }, order: ['id'], lock: true });
  // One by one, for only so does the activity log see it.
  for (const session of sessions) await session.destroy();
  return sessions.length;
}

function isAdmin({ role, disabled }: User): boolean {
  return role === 'admin' && !disabled;
}

function lastAdmin(): ShopError {
  const message = 'This is the last admin. Make someone else an admin first.';
  return new ShopError('CONFLICT', message, { reason: 'last_admin' });
}

function emailTaken(): ShopError {
  const message = 'An account with this email already exists.';
  return new ShopError('CONFLICT', message, { reason: 'email_taken', fieldErrors: { email: [message] } });
}
