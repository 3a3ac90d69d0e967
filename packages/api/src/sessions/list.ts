import type { WithDatabase } from '@lantern/db/database';
import { Session } from '@lantern/db/models/session';
import { Op } from '@lantern/db/query';
import { notFound } from '../shared/shop-error.ts';
import { hashToken } from '../shared/token-hash.ts';
import type { Device } from './device.ts';

const ID_LENGTH = 16;

/** Where somebody is logged in. */
export interface SessionView extends Device {
  /** Only tells sessions apart: not even the hash of their cookie leaves the server. */
  id: string;
  /** When they logged in; null if that was before sessions said so. ISO 8601. */
  createdAt: string | null;
  /** The last use, give or take ten minutes. */
  usedAt: string | null;
  expiresAt: string;
  /** Whether it is the one of this request. */
  current: boolean;
}

/** The sessions of a user, that of the request (`currentId`) first, then those that were used last. */
export async function sessionsOf(userId: number, currentId: string): Promise<SessionView[]> {
  const rows = await Session.findAll({
    where: { userId, expiresAt: { [Op.gt]: new Date() } },
    order: [
      ['usedAt', 'DESC'],
      ['expiresAt', 'DESC'],
    ],
    raw: true,
  });
  const current = hashToken(currentId);
  const views = rows.map((row) => ({
    id: publicId(row),
    browser: row.browser,
    system: row.system,
    device: row.device,
    createdAt: row.createdAt?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === current,
  }));
  return views.sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of the user's sessions. @throws {ShopError} NOT_FOUND if it is not there any more, or another user's. */
export function endSession({ database }: WithDatabase, userId: number, id: string): Promise<void> {
  return database.transaction(async () => {
    const session = (await Session.findAll({ where: { userId } })).find((row) => publicId(row) === id);
    if (!session) throw notFound('session');
    await session.destroy();
  });
}

function publicId({ id }: Session): string {
  return hashToken(id).slice(0, ID_LENGTH);
}
