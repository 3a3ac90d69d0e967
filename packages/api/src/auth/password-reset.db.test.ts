import { AccountToken } from '@lantern/db/models/account-token';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailedToken } from '../testing/mailed-token.ts';
import { statementsOf } from '../testing/statements.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';
import { sweepTokens } from './account-tokens.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

const password = 'correct horse';
const newPassword = 'another horse';
const invalid = { code: 'BAD_REQUEST', cause: { reason: 'token_invalid' } };

/** A customer who is logged in, and what a browser without a login sends for them. */
async function customer() {
  const browser = t.browser();
  const email = `ada-${crypto.randomUUID()}@example.com`;
  const { user } = await browser.api.auth.register({ name: 'Ada', email, password });
  const { api } = t.browser();
  return {
    ...browser,
    id: user.id,
    email,
    async forget() {
      expect(await api.auth.requestPasswordReset({ email })).toEqual({ ok: true });
      return mailedToken('password_reset', email);
    },
    reset: (token: string) => api.auth.resetPassword({ token, newPassword }),
    logIn: (typed: string) => t.browser().api.auth.login({ email, password: typed }),
  };
}

const mailsTo = (recipient: string) => OutboxMail.count({ where: { kind: 'password_reset', recipient } });

test('a forgotten password is replaced with the mailed link, which ends every session and verifies the address', async () => {
  const ada = await customer();
  await ada.logIn(password);
  const token = await ada.forget();
  expect(await ada.reset(token)).toEqual({ ok: true });
  expect(await ada.api.auth.me()).toBeNull();
  expect(await Session.count({ where: { userId: ada.id } })).toBe(0);
  expect(await failureOf(ada.logIn(password))).toMatchObject({ cause: { reason: 'wrong_credentials' } });
  const { user } = await ada.logIn(newPassword);
  expect(user.id).toBe(ada.id);
  expect((await User.findByPk(ada.id))?.emailVerifiedAt).toBeInstanceOf(Date);
});

test('a link works once, of two requests at once as well', async () => {
  const ada = await customer();
  const token = await ada.forget();
  const attempts = await Promise.allSettled([1, 2, 3].map(() => ada.reset(token)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await failureOf(ada.reset(token))).toMatchObject(invalid);
});

test('a new link ends the one before, and expires after an hour', async () => {
  const ada = await customer();
  const first = await ada.forget();
  const second = await ada.forget();
  expect(second).not.toBe(first);
  expect(await failureOf(ada.reset(first))).toMatchObject(invalid);
  const where = { userId: ada.id, purpose: 'password_reset' } as const;
  const row = await AccountToken.findOne({ where, rejectOnEmpty: true });
  expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(59 * 60_000);
  expect(row.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(60 * 60_000);
  await t.database.transaction(() => row.update({ expiresAt: new Date() }));
  expect(await failureOf(ada.reset(second))).toMatchObject(invalid);
  await sweepTokens(t.services);
  expect(await AccountToken.count({ where })).toBe(0);
});

test.each(['no-such-token', 'x'.repeat(200)])('an invented token is refused: %s', async (token) => {
  const ada = await customer();
  expect(await failureOf(ada.reset(token))).toMatchObject(invalid);
});

test('a link of another purpose does not reset a password', async () => {
  const ada = await customer();
  expect(await failureOf(ada.reset(await mailedToken('welcome', ada.email)))).toMatchObject(invalid);
});

test('a weak new password is refused, and the link stays valid', async () => {
  const ada = await customer();
  const token = await ada.forget();
  for (const weak of ['password', `${ada.email}`, 'short']) {
    expect(await failureOf(t.browser().api.auth.resetPassword({ token, newPassword: weak }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
  }
  expect(await ada.reset(token)).toEqual({ ok: true });
});

test('unknown addresses and disabled accounts get the same answer and statements, and no mail', async () => {
  const [ada, disabled] = [await customer(), await customer()];
  await t.database.transaction(() => User.update({ disabled: true }, { where: { id: disabled.id } }));
  const unknown = `nobody-${crypto.randomUUID()}@example.com`;
  const asked = async (email: string) => {
    const { api } = t.browser();
    const ask = () => api.auth.requestPasswordReset({ email });
    // The first request may prepare statements.
    expect(await ask()).toEqual({ ok: true });
    const statements = await statementsOf(t.database, ask);
    return statements.map((sql) => sql.replace(/'[^']*'|\b\d+\b|NULL|\$\d+|\{.*\}$/g, '?'));
  };
  const known = await asked(ada.email);
  expect(known.some((sql) => sql.includes('outbox_mails'))).toBe(true);
  expect(await asked(unknown)).toEqual(known);
  expect(await asked(disabled.email)).toEqual(known);
  expect(await mailsTo(ada.email)).toBe(2);
  expect(await mailsTo(unknown)).toBe(0);
  expect(await mailsTo(disabled.email)).toBe(0);
});

test('a link is void once the account is disabled, has another address, or another password', async () => {
  const admin = await t.admin();
  const [disabled, moved, changed] = [await customer(), await customer(), await customer()];
  const tokens = [await disabled.forget(), await moved.forget(), await changed.forget()];
  await admin.api.admin.users.update({ id: disabled.id, disabled: true });
  await admin.api.admin.users.update({ id: moved.id, email: `moved-${moved.email}` });
  await changed.api.account.changePassword({ currentPassword: password, newPassword: 'a third horse' });
  for (const token of tokens)
    expect(await failureOf(t.browser().api.auth.resetPassword({ token, newPassword }))).toMatchObject(invalid);
});

test('the database holds only hashes of tokens', async () => {
  const ada = await customer();
  const token = await ada.forget();
  const rows = await AccountToken.findAll({ where: { userId: ada.id }, raw: true });
  expect(rows).not.toHaveLength(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('links are limited per mailbox, known or not', async () => {
  await using limited = await startTestServices({ rateLimits: true });
  const { api } = limited.browser();
  const refusal = {
    code: 'TOO_MANY_REQUESTS',
    cause: { reason: 'too_many_attempts', details: { retryAfterSeconds: expect.any(Number) } },
  };
  const { email } = (await (await limited.shopper()).api.auth.me()) ?? { email: '' };
  for (const address of [email, 'nobody@example.com']) {
    for (let n = 0; n < 5; n++) await api.auth.requestPasswordReset({ email: address });
    expect(await failureOf(api.auth.requestPasswordReset({ email: address }))).toMatchObject(refusal);
  }
  // Whoever used up a mailbox's links locked nobody out: the last one works, and so does the login after it.
  for (let n = 0; n < 10; n++) await failureOf(api.auth.login({ email, password: 'guess' }));
  await api.auth.resetPassword({ token: await mailedToken('password_reset', email), newPassword });
  expect(await api.auth.login({ email, password: newPassword })).toMatchObject({ user: { email } });
});
