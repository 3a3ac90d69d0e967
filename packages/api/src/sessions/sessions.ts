import type { Database } from '@lantern/db/database';
import type { Role, User } from '@lantern/db/models/user';
import { Lucia, TimeSpan } from 'lucia';
import type { Cookies } from '../shared/cookies.ts';
import { deviceOf } from './device.ts';
import { lifetimes } from './lifetime.ts';
import { SessionAdapter, type SessionStart } from './session-adapter.ts';
import type { Viewer } from './viewer.ts';

const COOKIE = 'session';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, UserAttributes>;
    UserId: number;
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: SessionStart;
  }
}

interface UserAttributes {
  email: string;
  name: string;
  role: Role;
}

/** Called at login and logout, for the cart, which this domain must not import. */
export interface SessionHooks {
  started: (cookies: Cookies, userId: number) => Promise<void>;
  ended: (cookies: Cookies) => void;
}

/** Sessions and their cookies. The only module that uses Lucia's session handling. */
export class Sessions {
  readonly #adapter: SessionAdapter;
  readonly #lucia: Lucia<Record<never, never>, UserAttributes>;

  constructor(
    database: Database,
    private readonly hooks: SessionHooks,
  ) {
    this.#adapter = new SessionAdapter(database);
    this.#lucia = new Lucia<Record<never, never>, UserAttributes>(this.#adapter, {
      // The longest: the adapter ends those of admins sooner.
      sessionExpiresIn: new TimeSpan(lifetimes.customer.idleMs, 'ms'),
      getUserAttributes: ({ email, name, role }) => ({ email, name, role }),
    });
  }

  /** Logs a user in with a new session, to prevent session fixation. `userAgent` is the header of that name. */
  async start(cookies: Cookies, user: Pick<User, 'id' | 'role'>, userAgent?: string): Promise<void> {
    await this.#invalidate(cookies);
    const { id } = await this.#lucia.createSession(user.id, { ...deviceOf(userAgent), role: user.role });
    // The cookie lasts as long as the session at most; whether it has ended before, the row says.
    cookies.set(COOKIE, id, lifetimes[user.role].totalMs);
    await this.hooks.started(cookies, user.id);
  }

  /** Logs out: invalidates the session on the server, so that a copied cookie is useless. */
  async end(cookies: Cookies): Promise<void> {
    await this.#invalidate(cookies);
    this.hooks.ended(cookies);
  }

  async #invalidate(cookies: Cookies): Promise<void> {
    const id = cookies.get(COOKIE);
    if (!id) return;
    await this.#lucia.invalidateSession(id);
    cookies.set(COOKIE, null);
  }

  /** Ends all other sessions of this user. */
  endOthers(viewer: Viewer): Promise<void> {
    return this.#adapter.deleteOtherSessions(viewer.id, viewer.sessionId);
  }

  /** Ends all sessions of a user, the current one included. */
  endAll(userId: number): Promise<void> {
    return this.#adapter.deleteUserSessions(userId);
  }

  /** The user of this request's session cookie, whose session counts as used now. */
  async viewer(cookies: Cookies): Promise<Viewer | null> {
    const id = cookies.get(COOKIE);
    if (!id) return null;
    const { session, user } = await this.#lucia.validateSession(id);
    if (!session) return null;
    return { id: user.id, email: user.email, name: user.name, role: user.role, sessionId: session.id };
  }

  /** Those of these sessions that still belong to an admin, in one query. */
  stillAdmin(sessionIds: string[]): Promise<Set<string>> {
    return this.#adapter.adminSessions(sessionIds);
  }

  /** Deletes expired sessions; called by the maintenance job. */
  sweep(): Promise<void> {
    return this.#lucia.deleteExpiredSessions();
  }
}
