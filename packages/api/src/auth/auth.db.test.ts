import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';
import { adminProcedure, createCallerFactory, router } from '../trpc.ts';
import { DeviceCookies } from './device-cookies.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices({ rateLimits: true });
});
afterAll(() => t[Symbol.asyncDispose]());

const account = () => ({ email: `who-${crypto.randomUUID()}@example.com`, password: 'correct horse' });

test('a user can register, log out and log in again, with a new session', async () => {
  const { api, jar } = t.browser();
  const { email, password } = account();
  expect(await api.auth.me()).toBeNull();
  const { user } = await api.auth.register({ email: ` ${email.toUpperCase()} `, password, name: ' Ada ' });
  expect(user).toEqual({ id: user.id, email, name: 'Ada', role: 'customer' });
  const first = jar.get('session');
  expect(await api.auth.me()).toEqual(user);
  await api.auth.logout();
  expect(await api.auth.me()).toBeNull();
  expect((await api.auth.login({ email, password })).user).toEqual(user);
  expect(jar.get('session')).not.toBe(first);
  jar.set('session', first ?? '');
  expect(await api.auth.me()).toBeNull();
});

test('the database stores neither passwords nor session tokens', async () => {
  const { jar, api } = await t.shopper();
  const me = await api.auth.me();
  const user = await User.findOne({ where: { id: me?.id ?? 0 }, rejectOnEmpty: true });
  expect(user.passwordHash).toMatch(/^\$argon2id\$/);
  expect(await Session.count({ where: { id: jar.get('session') ?? '' } })).toBe(0);
});

test('a taken email is refused, even in a race', async () => {
  const { email, password } = account();
  const attempts = await Promise.allSettled(
    [1, 2, 3].map(() => t.browser().api.auth.register({ email, password, name: 'A' })),
  );
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await failureOf(t.browser().api.auth.register({ email, password, name: 'A' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'email_taken' },
  });
});

test('an unknown email, a wrong password and a disabled account get the same error', async () => {
  const { email, password } = account();
  const browser = t.browser();
  await browser.api.auth.register({ email, password, name: 'Ada' });
  const unknown = await failureOf(t.browser().api.auth.login({ email: 'nobody@example.com', password }));
  const wrong = await failureOf(t.browser().api.auth.login({ email, password: 'wrong horse' }));
  await t.services.database.transaction(() => User.update({ disabled: true }, { where: { email } }));
  const disabled = await failureOf(t.browser().api.auth.login({ email, password }));
  for (const failure of [unknown, wrong, disabled]) {
    expect(failure).toMatchObject({ code: 'UNAUTHORIZED', cause: { reason: 'wrong_credentials' } });
  }
  expect(await browser.api.auth.me()).toBeNull();
});

test('an expired session is invalid and gets deleted', async () => {
  const [late, fresh] = [await t.shopper(), await t.shopper()];
  const user = await late.api.auth.me();
  const where = { userId: user?.id ?? 0 };
  await t.database.transaction(() => Session.update({ expiresAt: new Date(Date.now() - 1) }, { where }));
  const before = await Session.count();
  await t.services.sessions.sweep();
  expect(await Session.count()).toBe(before - 1);
  expect(await late.api.auth.me()).toBeNull();
  expect(await fresh.api.auth.me()).not.toBeNull();
});

test('too many wrong passwords are refused with the time to wait', async () => {
  const { email, password } = account();
  await t.browser().api.auth.register({ email, password, name: 'Ada' });
  for (let n = 0; n < 10; n++) await failureOf(t.browser().api.auth.login({ email, password: 'guess' }));
  expect(await failureOf(t.browser().api.auth.login({ email, password }))).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    cause: { reason: 'too_many_attempts', details: { retryAfterSeconds: expect.any(Number) } },
  });
});

test('where an account has logged in before, a guesser does not keep it out, not even after a restart', async () => {
  const { email, password } = account();
  const home = t.browser();
  await home.api.auth.register({ email, password, name: 'Ada' });
  for (let n = 0; n < 12; n++) await failureOf(t.browser().api.auth.login({ email, password: 'guess' }));
  expect(await home.api.auth.login({ email, password })).toMatchObject({ user: { email } });
  const cookies = { get: (name: string) => home.jar.get(name), set: () => undefined };
  // Another server of the store, or this one after a restart, signs with the same key.
  expect(await new DeviceCookies().tokenId(cookies, email)).toEqual(expect.any(String));
  expect(await new DeviceCookies().tokenId(cookies, account().email)).toBeNull();
});

test('a new password ends every other session', async () => {
  const { email, password } = account();
  const [here, there] = [t.browser(), t.browser()];
  await here.api.auth.register({ email, password, name: 'Ada' });
  await there.api.auth.login({ email, password });
  expect(
    await failureOf(here.api.account.changePassword({ currentPassword: 'no', newPassword: 'new horse!' })),
  ).toMatchObject({
    cause: { reason: 'wrong_password' },
  });
  await here.api.account.changePassword({ currentPassword: password, newPassword: 'new horse!' });
  expect(await here.api.auth.me()).not.toBeNull();
  expect(await there.api.auth.me()).toBeNull();
  await there.api.auth.login({ email, password: 'new horse!' });
});

test('a user can change their name and their one address', async () => {
  const { api } = await t.shopper();
  expect(await api.account.shipping()).toBeNull();
  const saved = { ...address, line2: null, region: null, phone: null };
  expect(await api.account.updateShipping({ ...address, line2: ' ' })).toEqual(saved);
  const paris = { city: 'Paris', postalCode: '75004' };
  await api.account.updateShipping({ ...address, ...paris, country: 'fr' });
  expect(await api.account.shipping()).toEqual({ ...saved, ...paris, country: 'FR' });
  expect((await api.account.updateProfile({ name: 'Countess' })).name).toBe('Countess');
  expect((await api.auth.me())?.name).toBe('Countess');
});

test.each([
  ['country', { ...address, country: 'XX' }],
  ['line1', { ...address, line1: 'x'.repeat(121) }],
  ['city', { ...address, city: '' }],
  ['postal code for its country', { ...address, country: 'FR' }],
  ['an unknown field', { ...address, planet: 'Earth' }],
])('an address with a bad %s is refused', async (_, input) => {
  const { api } = await t.shopper();
  expect(await failureOf(api.account.updateShipping(input))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('adminProcedure refuses guests and customers', async () => {
  const guarded = createCallerFactory(router({ role: adminProcedure.query(({ ctx }) => ctx.user.role) }));
  const as = (viewer: { role: 'customer' | 'admin' } | null) =>
    guarded({
      services: t.services,
      requestId: 'r',
      ip: '::1',
      cookies: { get: () => undefined, set: () => undefined },
      language: 'en',
      viewer: async () => viewer && { id: 1, email: 'a@b.c', name: 'A', sessionId: 's', ...viewer },
    });
  expect(await failureOf(as(null).role())).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failureOf(as({ role: 'customer' }).role())).toMatchObject({ code: 'FORBIDDEN' });
  expect(await as({ role: 'admin' }).role()).toBe('admin');
});

test('one who floods the store from an address locks out its guests for a minute, but not who is logged in', async () => {
  await using flooded = await startTestServices({ rateLimits: true });
  const ada = await flooded.shopper();
  const { email } = (await ada.api.auth.me()) ?? { email: '' };
  for (let n = 0; n < 600; n++) await flooded.services.requestLimits.take('change', '127.0.0.1');
  expect(await failureOf(flooded.browser().api.auth.logout())).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  await ada.api.account.updateProfile({ name: 'Ada King' });
  // Logging in has limits of its own, which requests of other kinds do not use up.
  await flooded.browser().api.auth.login({ email, password: 'correct horse' });
});
