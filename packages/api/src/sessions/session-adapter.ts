import type { Database } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { type Role, User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { MINUTE_MS } from '../shared/dates.ts';
import { hashToken } from '../shared/token-hash.ts';
import type { Device } from './device.ts';
import { endIfUsed, isOver, lifetimes, type SessionTimes } from './lifetime.ts';

/** How old the time of the last use may be: a write per request would cost more than it tells. */
const USE_PRECISION_MS = 10 * MINUTE_MS;

/** Lucia needs no more of a session's device. */
const UNKNOWN: Device = { browser: null, system: null, device: null };

/** A session with its user. */
interface SessionRow extends Pick<User, 'email' | 'name' | 'role'>, SessionTimes {
  userId: number;
  disabled: 0 | 1;
}

/** What a session begins with. */
export interface SessionStart extends Device {
  role: Role;
}

/**
 * Lucia's session adapter for Sequelize. Lucia knows one lifetime for everybody and extends it without end: when a session ends
 * is decided here, by the role of its user.
 */
export class SessionAdapter implements Adapter {
  constructor(private readonly database: Database) {}

  /** A session counts as used now; one that has ended, or whose user is disabled, has no user, and Lucia deletes it. */
  async getSessionAndUser(secret: string): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
    const { rows } = await this.database.execute<SessionRow>(
      `SELECT s.userId, s.expiresAt, s.createdAt, s.usedAt, u.email, u.name, u.role, u.disabled
      FROM sessions s JOIN users u ON u.id = s.userId WHERE s.id = ?`,
      [hashToken(secret)],
    );
    const [row] = rows;
    if (!row) return [null, null];
    const { userId, email, name, role, disabled } = row;
    const session = { id: secret, userId, expiresAt: endIfUsed(row), attributes: { ...UNKNOWN, role } };
    if (disabled || isOver(row)) return [session, null];
    await this.#noteUse(secret, row, session.expiresAt);
    return [session, { id: userId, attributes: { email, name, role } }];
  }

  async getUserSessions(userId: number): Promise<DatabaseSession[]> {
    const rows = await Session.findAll({ where: { userId }, include: User });
    return rows.flatMap(({ id, expiresAt, user }) =>
      user ? [{ id, userId, expiresAt, attributes: { ...UNKNOWN, role: user.role } }] : [],
    );
  }

  async setSession({ id, userId, attributes: { role, ...device } }: DatabaseSession): Promise<void> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + lifetimes[role].idleMs);
    const row = { id: hashToken(id), userId, expiresAt, createdAt: now, usedAt: now, ...device };
    await this.database.transaction(() => Session.create(row));
  }

  /** Nothing: the use that has just been noted has set it. */
  async updateSessionExpiration(): Promise<void> {}

  /** Also sets when it ends: for an admin sooner than for the customer that they may have been. */
  async #noteUse(secret: string, { usedAt, expiresAt: before }: SessionRow, expiresAt: Date): Promise<void> {
    const since = new Date(Date.now() - USE_PRECISION_MS);
    if (usedAt && usedAt > since && before <= expiresAt) return;
    const where = { id: hashToken(secret) };
    // On a full disk, those who are logged in can still read.
    await this.database
      .transaction(() => Session.update({ usedAt: new Date(), expiresAt }, { where }))
      .catch(() => undefined);
  }

  async deleteSession(secret: string): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { id: hashToken(secret) } }));
  }

  async deleteUserSessions(userId: number): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { userId } }));
  }

  /** Ends all of a user's sessions except this one. */
  async deleteOtherSessions(userId: number, secret: string): Promise<void> {
    const where = { userId, id: { [Op.ne]: hashToken(secret) } };
    await this.database.transaction(() => Session.destroy({ where }));
  }

  /** Those of these sessions that belong to an admin who is not disabled. */
  async adminSessions(secrets: string[]): Promise<Set<string>> {
    const secretOf = new Map(secrets.map((secret) => [hashToken(secret), secret]));
    const rows = await Session.findAll({
      where: { id: [...secretOf.keys()], expiresAt: { [Op.gt]: new Date() } },
      attributes: ['id'],
      include: [{ model: User, attributes: [], where: { role: 'admin', disabled: false }, required: true }],
      raw: true,
    });
    return new Set(rows.flatMap(({ id }) => secretOf.get(id) ?? []));
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { expiresAt: { [Op.lte]: new Date() } } }));
  }
}
