import { actingAsSystem } from '@lantern/db/activity/actor';
import type { WithDatabase } from '@lantern/db/database';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { queueMail } from '../outbox/queue.ts';
import { deviceOf } from '../sessions/device.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Cookies } from '../shared/cookies.ts';
import { ago, DAY_MS } from '../shared/dates.ts';
import type { WithAccessLog } from './access-log.ts';
import type { LoginLimits } from './login-limits.ts';
import { mailLanguage } from './mail-language.ts';
import type { LoginInput } from './schema.ts';
import { authenticate, isStillRight, type PublicUser, wrongCredentials } from './service.ts';

/** Of a program that keeps no cookies, every login is on a new device. */
const MAILS_A_DAY = 3;

interface LoginServices extends WithDatabase, WithAccessLog {
  sessions: Sessions;
  loginLimits: LoginLimits;
}

/** The request of a login. */
interface LoginRequest {
  requestId: string;
  ip: string;
  cookies: Cookies;
  userAgent?: string;
  /** That of the page. */
  language: string;
}

/**
 * Logs a user in with a new session. On a device where they have not been logged in before, they get a mail about it.
 * @throws {ShopError} UNAUTHORIZED `wrong_credentials`, TOO_MANY_REQUESTS `too_many_attempts`.
 */
export async function logIn(services: LoginServices, input: LoginInput, request: LoginRequest): Promise<PublicUser> {
  const { loginLimits, accessLog, sessions } = services;
  const isKnown = await loginLimits.isKnown(input.email, request);
  const device = isKnown ? 'known' : 'new';
  try {
    const succeeded = await loginLimits.beforeLogin(input.email, request);
    const authenticated = await authenticate(services, input);
    const { user } = authenticated;
    await succeeded();
    await noteLogin(services, user, isKnown, request);
    await sessions.start(request.cookies, user, request.userAgent);
    // Once it is there: a change of the password ends the sessions that it finds, and this one may have begun just after.
    if (!(await isStillRight(authenticated, input.password))) {
      await sessions.end(request.cookies);
      throw wrongCredentials();
    }
    accessLog.note(request.requestId, { event: 'login', userId: user.id, device });
    return user;
  } catch (error) {
    await accessLog.loginFailed(request.requestId, input.email, device, error);
    throw error;
  }
}

/**
 * Mails the user about a login on a new device, in the account's language or else in `language`: at most three times a day, and not about the first one of an account, which is on a
 * new device everywhere.
 */
function noteLogin(
  { database }: WithDatabase,
  { id, email }: PublicUser,
  isKnown: boolean,
  { userAgent, language }: LoginRequest,
): Promise<void> {
  return database.transaction(async () => {
    const now = new Date();
    // Locked, so that of several logins at a time each counts the mails of those before it.
    const before = await User.findByPk(id, { attributes: ['lastLoginAt', 'language'], lock: true, raw: true });
    await actingAsSystem(() => User.update({ lastLoginAt: now }, { where: { id }, silent: true }));
    if (isKnown || !before?.lastLoginAt) return;
    const today = { kind: 'new_device', recipient: email, createdAt: { [Op.gt]: ago(DAY_MS) } };
    if ((await OutboxMail.count({ where: today })) >= MAILS_A_DAY) return;
    const { browser, system } = deviceOf(userAgent);
    const recipient = { email, language: mailLanguage(before, language) };
    await queueMail('new_device', recipient, { browser, system, at: now.toISOString() });
  });
}
