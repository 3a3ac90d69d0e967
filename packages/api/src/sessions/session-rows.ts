import type { Database } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { MINUTE_MS } from '../shared/dates.ts';
import { hashToken } from '../shared/token-hash.ts';
import type { Device } from './device.ts';
import { endIfUsed, isOver, lifetimes, type SessionTimes } from './lifetime.ts';

/** How old the time of the last use may be: a write per request would cost more than it tells. */
const USE_PRECISION_MS = 10 * MINUTE_MS;

/** A session with its user. */
interface SessionRow extends Pick<User, 'email' | 'name' | 'role'>, SessionTimes {
  userId: number;
  disabled: 0 | 1;
}

/** The rows of sessions, by the secrets that the cookies hold. */
export class SessionRows {
  constructor(private readonly database: Database) {}

  /** Writes a session that begins now. */
  async add(secret: string, { id: userId, role }: Pick<User, 'id' | 'role'>, device: Device): Promise<void> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + lifetimes[role].idleMs);
    const row = { id: hashToken(secret), userId, expiresAt, createdAt: now, usedAt: now, ...device };
    await this.database.transaction(() => Session.create(row));
  }

  /** The user of a session, which counts as used now; null if it has ended or its user is disabled, and then it is deleted. */
  async use(secret: string): Promise<Pick<SessionRow, 'userId' | 'email' | 'name' | 'role'> | null> {
    const { rows } = await this.database.execute<SessionRow>(
      `SELECT s.userId, s.expiresAt, s.createdAt, s.usedAt, u.email, u.name, u.role, u.disabled
      FROM sessions s JOIN users u ON u.id = s.userId WHERE s.id = ?`,
      [hashToken(secret)],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.disabled || isOver(row)) {
      await this.delete(secret);
      return null;
    }
    await this.#noteUse(secret, row);
    return row;
  }

  /** Also sets when it ends: for an admin sooner than for the customer that they may have been. */
  async #noteUse(secret: string, row: SessionRow): Promise<void> {
    const since = new Date(Date.now() - USE_PRECISION_MS);
    const expiresAt = endIfUsed(row);
    if (row.usedAt && row.usedAt > since && row.expiresAt <= expiresAt) return;
    const where = { id: hashToken(secret) };
    // On a full disk, those who are logged in can still read.
    await this.database
      .transaction(() => Session.update({ usedAt: new Date(), expiresAt }, { where }))
      .catch(() => undefined);
  }

  async delete(secret: string): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { id: hashToken(secret) } }));
  }

  async deleteOf(userId: number): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { userId } }));
  }

  /** Deletes all of a user's sessions except this one. */
  async deleteOthers(userId: number, secret: string): Promise<void> {
    const where = { userId, id: { [Op.ne]: hashToken(secret) } };
    await this.database.transaction(() => Session.destroy({ where }));
  }

  /** Those of these sessions that belong to an admin who is not disabled. */
  async ofAdmins(secrets: string[]): Promise<Set<string>> {
    const secretOf = new Map(secrets.map((secret) => [hashToken(secret), secret]));
    const rows = await Session.findAll({
      where: { id: [...secretOf.keys()], expiresAt: { [Op.gt]: new Date() } },
      attributes: ['id'],
      include: [{ model: User, attributes: [], where: { role: 'admin', disabled: false }, required: true }],
      raw: true,
    });
    return new Set(rows.flatMap(({ id }) => secretOf.get(id) ?? []));
  }

  async deleteExpired(): Promise<void> {
    await this.database.transaction(() => Session.destroy({ where: { expiresAt: { [Op.lte]: new Date() } } }));
  }
}
