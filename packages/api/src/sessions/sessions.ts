import type { Database } from '@lantern/db/database';
import type { Role } from '@lantern/db/models/user';
import { Lucia, TimeSpan } from 'lucia';
import type { Cookies } from '../shared/cookies.ts';
import { DAY_MS } from '../shared/dates.ts';
import { type Device, deviceOf } from './device.ts';
import { SessionAdapter } from './session-adapter.ts';
import type { Viewer } from './viewer.ts';

const COOKIE = 'session';
const LIFETIME_DAYS = 30;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, UserAttributes>;
    UserId: number;
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: Device;
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
      sessionExpiresIn: new TimeSpan(LIFETIME_DAYS, 'd'),
      getUserAttributes: ({ email, name, role }) => ({ email, name, role }),
    });
  }

  /** Logs a user in with a new session, to prevent session fixation. `userAgent` is the header of that name. */
  async start(cookies: Cookies, userId: number, userAgent?: string): Promise<void> {
    await this.#invalidate(cookies);
    const { id } = await this.#lucia.createSession(userId, deviceOf(userAgent));
    cookies.set(COOKIE, id, LIFETIME_DAYS * DAY_MS);
    await this.hooks.started(cookies, userId);
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

  /** The user of this request's session cookie; extends a session halfway through its lifetime. */
  async viewer(cookies: Cookies): Promise<Viewer | null> {
    const id = cookies.get(COOKIE);
    if (!id) return null;
    const { session, user } = await this.#lucia.validateSession(id);
    if (!session) return null;
    if (session.fresh) cookies.set(COOKIE, session.id, LIFETIME_DAYS * DAY_MS);
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
