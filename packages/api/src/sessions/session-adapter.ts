import type { Database } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { MINUTE_MS } from '../shared/dates.ts';
import { hashToken } from '../shared/token-hash.ts';
import type { Device } from './device.ts';

/** How old the time of the last use may be: a write per request would cost more than it tells. */
const USE_PRECISION_MS = 10 * MINUTE_MS;

/** A session with its user. */
interface SessionRow extends Pick<User, 'email' | 'name' | 'role'> {
  userId: number;
  expiresAt: Date;
  disabled: 0 | 1;
  usedAt: Date | null;
}

/** Lucia needs no more of a session than when it expires. */
const nothingMore: Device = { browser: null, system: null, device: null };

/** Lucia's session adapter for Sequelize. Sessions of disabled users are invalid. */
export class SessionAdapter implements Adapter {
  constructor(private readonly database: Database) {}

  async getSessionAndUser(sessionId: string): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
    const { rows } = await this.database.execute<SessionRow>(
      `SELECT s.userId, s.expiresAt, s.usedAt, u.email, u.name, u.role, u.disabled
      FROM sessions s JOIN users u ON u.id = s.userId WHERE s.id = ?`,
      [hashToken(sessionId)],
    );
    const [row] = rows;
    if (!row) return [null, null];
    const { userId, expiresAt, email, name, role, disabled, usedAt } = row;
    if (!disabled) await this.#noteUse(sessionId, usedAt);
    const session = { id: sessionId, userId, expiresAt, attributes: nothingMore };
    return [session, disabled ? null : { id: userId, attributes: { email, name, role } }];
  }

  async getUserSessions(userId: number): Promise<DatabaseSession[]> {
    const rows = await Session.findAll({ where: { userId }, raw: true });
    return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt, attributes: nothingMore }));
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    const now = new Date();
    const row = { id: hashToken(id), userId, expiresAt, createdAt: now, usedAt: now, ...attributes };
    await this.database.transaction(() => Session.create(row));
  }

  async #noteUse(sessionId: string, before: Date | null): Promise<void> {
    const since = new Date(Date.now() - USE_PRECISION_MS);
    if (before && before > since) return;
    const where = { id: hashToken(sessionId), usedAt: { [Op.or]: [null, { [Op.lte]: since }] } };
    // On a full disk, those who are logged in can still read.
    await this.database.transaction(() => Session.update({ usedAt: new Date() }, { where })).catch(() => undefined);
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await this.database.transaction(() => Session.update({ expiresAt }, { where: { id: hashToken(sessionId) } }));
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { id: hashToken(sessionId) } }));
  }

  async deleteUserSessions(userId: number): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { userId } }));
  }

  /** Ends all of a user's sessions except this one. */
  async deleteOtherSessions(userId: number, sessionId: string): Promise<void> {
    const where = { userId, id: { [Op.ne]: hashToken(sessionId) } };
    await this.database.transaction(() => Session.destroy({ where }));
  }

  /** Those of these sessions that belong to an admin who is not disabled. */
  async adminSessions(sessionIds: string[]): Promise<Set<string>> {
    const idOf = new Map(sessionIds.map((id) => [hashToken(id), id]));
    const rows = await Session.findAll({
      where: { id: [...idOf.keys()], expiresAt: { [Op.gt]: new Date() } },
      attributes: ['id'],
      include: [{ model: User, attributes: [], where: { role: 'admin', disabled: false }, required: true }],
      raw: true,
    });
    return new Set(rows.flatMap(({ id }) => idOf.get(id) ?? []));
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { expiresAt: { [Op.lte]: new Date() } } }));
  }
}
