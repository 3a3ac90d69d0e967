import { mailedToken } from '@lantern/api/testing/mailed-token';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

/* Who came, went and was refused, as the server's log says it. */

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({ rateLimits: true });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The lines about access since the log had so many. */
const eventsSince = (length: number) =>
  t.log
    .slice(length)
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event !== undefined);

test('logins, failed ones, logouts, new passwords and ended sessions are in the log, each with its request', async () => {
  const [home, desk, guesser] = [t.client(), t.client(), t.client()];
  const { email, password, name } = newCustomer();
  const begun = t.log.length;
  const { user } = (await home.mutate('auth.register', { email, password, name })).body.result.data;
  await desk.mutate('auth.login', { email, password });
  for (let n = 0; n < 11; n++) await guesser.mutate('auth.login', { email, password: 'wrong horse' });
  await home.mutate('account.changePassword', { currentPassword: 'wrong horse', newPassword: 'another horse' });
  await home.mutate('account.sessions.endOthers', {});
  await desk.mutate('auth.login', { email, password });
  const [session] = (await home.query('account.sessions.list')).body.result.data.slice(1);
  await home.mutate('account.sessions.end', { id: session.id });
  await home.mutate('account.changePassword', { currentPassword: password, newPassword: 'another horse' });
  await home.mutate('auth.logout');
  await home.mutate('auth.requestPasswordReset', { email });
  const token = await mailedToken('password_reset', email);
  await home.mutate('auth.resetPassword', { token, newPassword: 'a third horse' });
  const events = eventsSince(begun);
  const { id: userId } = user;
  const mailbox = expect.stringMatching(/^[\w-]{16}$/);
  const failed = { event: 'login_failed', mailbox, device: 'new' };
  expect(events).toMatchObject([
    { event: 'registered', userId },
    { event: 'login', userId, device: 'new' },
    ...Array.from({ length: 10 }, () => ({ ...failed, reason: 'wrong_credentials' })),
    { ...failed, reason: 'too_many_attempts' },
    { event: 'password_refused', userId, reason: 'wrong_password' },
    { event: 'sessions_ended', userId, which: 'others', by: userId },
    { event: 'login', userId, device: 'known' },
    { event: 'sessions_ended', userId, which: 'one', by: userId },
    { event: 'password_changed', userId },
    { event: 'logout', userId },
    { event: 'password_reset', userId },
  ]);
  expect(new Set(events.map((line) => line.mailbox).filter(Boolean)).size).toBe(1);
  const requests = t.log.map((line) => JSON.parse(line)).filter(({ req }) => req);
  for (const { reqId } of events) expect(requests.filter((line) => line.reqId === reqId)).toHaveLength(1);
  const written = t.log.join('');
  const secrets = [email, name, password, 'wrong horse', 'another horse', 'a third horse', token, ...home.jar.values()];
  for (const secret of [...secrets, ...desk.jar.values()]) expect(written).not.toContain(secret);
});

test('what admins change about access, and who is refused what is for admins, is in the log', async () => {
  const { email } = await t.admin();
  const [admin, stranger] = [t.client(), t.client()];
  const { user: by } = (await admin.mutate('auth.login', { email, password: 'correct horse' })).body.result.data;
  const { id: userId } = (await stranger.mutate('auth.register', newCustomer())).body.result.data.user;
  const begun = t.log.length;
  await stranger.query('admin.users.list', {});
  await stranger.send('/admin/activity.csv');
  await admin.mutate('admin.users.update', { id: userId, name: 'Eve' });
  await admin.mutate('admin.users.update', { id: userId, role: 'admin' });
  await admin.mutate('admin.users.endSessions', { id: userId });
  await admin.mutate('admin.users.update', { id: userId, disabled: true });
  expect(eventsSince(begun)).toMatchObject([
    { event: 'forbidden', userId, path: 'admin.users.list' },
    { event: 'forbidden', userId, path: '/admin/activity.:format' },
    { event: 'access_changed', userId, role: 'admin', disabled: false, by: by.id },
    { event: 'sessions_ended', userId, which: 'all', by: by.id },
    { event: 'access_changed', userId, role: 'admin', disabled: true, by: by.id },
  ]);
});
