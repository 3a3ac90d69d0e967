import type { Role } from '@lantern/db/models/user';
import { DAY_MS, HOUR_MS } from '../shared/dates.ts';

/** When a session ends by itself, in milliseconds. */
interface Lifetime {
  /** After its last use. */
  idleMs: number;
  /** After the login, however much it is used. */
  totalMs: number;
}

export const lifetimes: Record<Role, Lifetime> = {
  customer: { idleMs: 30 * DAY_MS, totalMs: 90 * DAY_MS },
  // Whoever finds an admin's computer open finds the whole store: each morning begins with a login.
  admin: { idleMs: 12 * HOUR_MS, totalMs: 7 * DAY_MS },
};

/** What the end of a session depends on. */
export interface SessionTimes {
  role: Role;
  /** When it ends as it was last used; in the role that its user had then. */
  expiresAt: Date;
  /** Null of a session that began before these were noted. */
  createdAt: Date | null;
  usedAt: Date | null;
}

/** When it ends if it is used now. One whose beginning nobody knows is not extended. */
export function endIfUsed({ role, expiresAt, createdAt }: SessionTimes): Date {
  const { idleMs, totalMs } = lifetimes[role];
  const latest = createdAt ? createdAt.getTime() + totalMs : expiresAt.getTime();
  return new Date(Math.min(Date.now() + idleMs, latest));
}

/** Whether it has ended. Who has become an admin since the last use is treated as one. */
export function isOver({ role, expiresAt, createdAt, usedAt }: SessionTimes): boolean {
  const { idleMs, totalMs } = lifetimes[role];
  const ends = [expiresAt.getTime()];
  if (usedAt) ends.push(usedAt.getTime() + idleMs);
  if (createdAt) ends.push(createdAt.getTime() + totalMs);
  return Math.min(...ends) <= Date.now();
}
