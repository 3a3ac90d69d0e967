import type { Database } from '@lantern/db/database';
import type { User } from '@lantern/db/models/user';
import { nanoid } from 'nanoid';
import type { Cookies } from '../shared/cookies.ts';
import { deviceOf } from './device.ts';
import { lifetimes } from './lifetime.ts';
import { SessionRows } from './session-rows.ts';
import type { Viewer } from './viewer.ts';

const COOKIE = 'session';
/** Characters of a secret: 240 bits. */
const SECRET_LENGTH = 40;

/** Called at login and logout, for the cart, which this domain must not import. */
export interface SessionHooks {
  started: (cookies: Cookies, userId: number) => Promise<void>;
  ended: (cookies: Cookies) => void;
}

/** Sessions and their cookies. */
export class Sessions {
  readonly #rows: SessionRows;

  constructor(
    database: Database,
    private readonly hooks: SessionHooks,
  ) {
    this.#rows = new SessionRows(database);
  }

  /** Logs a user in with a new session, to prevent session fixation. `userAgent` is the header of that name. */
  async start(cookies: Cookies, user: Pick<User, 'id' | 'role'>, userAgent?: string): Promise<void> {
    await this.#forget(cookies);
    const secret = nanoid(SECRET_LENGTH);
    await this.#rows.add(secret, user, deviceOf(userAgent));
    // The cookie lasts as long as the session at most; whether it has ended before, the row says.
    cookies.set(COOKIE, secret, lifetimes[user.role].totalMs);
    await this.hooks.started(cookies, user.id);
  }

  /** Logs out: deletes the session on the server, so that a copied cookie is useless. */
  async end(cookies: Cookies): Promise<void> {
    await this.#forget(cookies);
    this.hooks.ended(cookies);
  }

  async #forget(cookies: Cookies): Promise<void> {
    const secret = cookies.get(COOKIE);
    if (!secret) return;
    await this.#rows.delete(secret);
    cookies.set(COOKIE, null);
  }

  /** Ends all other sessions of this user. */
  endOthers(viewer: Viewer): Promise<void> {
    return this.#rows.deleteOthers(viewer.id, viewer.sessionId);
  }

  /** Ends all sessions of a user, the current one included. */
  endAll(userId: number): Promise<void> {
    return this.#rows.deleteOf(userId);
  }

  /** The user of this request's session cookie, whose session counts as used now. */
  async viewer(cookies: Cookies): Promise<Viewer | null> {
    const secret = cookies.get(COOKIE);
    const user = secret && (await this.#rows.use(secret));
    if (!user) return null;
    const { userId, email, name, role } = user;
    return { id: userId, email, name, role, sessionId: secret };
  }

  /** Those of these sessions that still belong to an admin, in one query. */
  stillAdmin(sessionIds: string[]): Promise<Set<string>> {
    return this.#rows.ofAdmins(sessionIds);
  }

  /** Deletes expired sessions; called by the maintenance job. */
  sweep(): Promise<void> {
    return this.#rows.deleteExpired();
  }
}
