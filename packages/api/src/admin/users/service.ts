import { currentActor } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { duplicateColumn } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';
import type { WithAccessLog } from '../../auth/access-log.ts';
import { type PublicUser, publicUser } from '../../auth/service.ts';
import { endSession } from '../../sessions/list.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { EndSessionInput, UpdateUserInput } from './schema.ts';

/** A user as admins see them. */
export interface ManagedUser extends PublicUser {
  /** Cannot log in, and has no sessions. */
  disabled: boolean;
}

export function managedUser(user: User): ManagedUser {
  // SQLite's raw rows hold 0 and 1.
  return { ...publicUser(user), disabled: Boolean(user.disabled) };
}

/**
 * Changes the given fields of a user. Disabling ends all sessions in the same transaction; a new role applies
 * from the user's next request.
 * @throws {ShopError} NOT_FOUND, or CONFLICT `email_taken` or `last_admin`.
 */
export async function updateUser(
  services: WithDatabase & WithAccessLog,
  { id, ...changes }: UpdateUserInput,
): Promise<ManagedUser> {
  try {
    return await services.database.transaction(async () => {
      const mayRemoveAdmin = changes.role !== undefined || changes.disabled !== undefined;
      const admins = mayRemoveAdmin ? await lockAdmins() : [];
      const user = admins.find((admin) => admin.id === id) ?? (await lockUser(id));
      const { role, disabled: wasDisabled } = user;
      await user.update(changes);
      if (admins.length > 0 && !admins.some(isAdmin)) throw lastAdmin();
      // On enabling as well: a session created by a racing login must not become valid.
      if (user.disabled !== wasDisabled) await destroySessions(id);
      if (user.role !== role || user.disabled !== wasDisabled) noteAccess(services, user);
      return managedUser(user);
    });
  } catch (error) {
    throw duplicateColumn(error) ? emailTaken() : error;
  }
}

/** Once the change is certain. */
function noteAccess({ accessLog }: WithAccessLog, { id: userId, role, disabled }: User): void {
  const actor = currentActor();
  const event = { event: 'access_changed' as const, userId, role, disabled, by: actor?.id ?? null };
  TransactionScope.current()?.afterCommit(() => accessLog.note(actor?.requestId ?? null, event));
}

/** Ends all sessions of a user; returns how many there were. @throws {ShopError} NOT_FOUND. */
export function endSessions(services: WithDatabase, id: number): Promise<number> {
  return services.database.transaction(async () => {
    await lockUser(id);
    return destroySessions(id);
  });
}

/** Ends one session of a user. @throws {ShopError} NOT_FOUND. */
export function endOneSession(services: WithDatabase, { id, sessionId }: EndSessionInput): Promise<void> {
  return services.database.transaction(async () => {
    await lockUser(id);
    await endSession(services, id, sessionId);
  });
}

/** All admins, locked in a fixed sequence: of two admins demoting each other, the second is refused as the last. */
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
  // One by one, because the activity log does not see bulk deletes.
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
