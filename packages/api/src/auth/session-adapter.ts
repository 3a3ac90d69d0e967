import type { Database } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { hashToken } from '../shared/token-hash.ts';

/** Lucia's session adapter for Sequelize. Sessions of disabled users are invalid. */
export class SessionAdapter implements Adapter {
  constructor(private readonly database: Database) {}

  async getSessionAndUser(sessionId: string): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
    const row = await Session.findByPk(hashToken(sessionId), { include: [User], raw: true, nest: true });
    if (!row?.user) return [null, null];
    const { userId, expiresAt, user } = row;
    const session = { id: sessionId, userId, expiresAt, attributes: {} };
    if (user.disabled) return [session, null];
    const { id, email, name, role } = user;
    return [session, { id, attributes: { email, name, role } }];
  }

  async getUserSessions(userId: number): Promise<DatabaseSession[]> {
    const rows = await Session.findAll({ where: { userId }, raw: true });
    return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt, attributes: {} }));
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession): Promise<void> {
    await this.database.transaction(() => Session.create({ id: hashToken(id), userId, expiresAt }));
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
