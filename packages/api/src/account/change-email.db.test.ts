import { AccountToken } from '@lantern/db/models/account-token';
import { ActivityHead } from '@lantern/db/models/activity-head';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailedToken } from '../testing/mailed-token.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

const password = 'correct horse';
const invalid = { code: 'BAD_REQUEST', cause: { reason: 'token_invalid' } };
const newAddress = () => `new-${crypto.randomUUID()}@example.com`;

async function customer() {
  const browser = await t.shopper();
  const me = await browser.api.auth.me();
  if (!me) throw new Error('A registered customer expected.');
  return { ...browser, ...me };
}

/** Follows the link of a mail in a browser without a login. */
const follow = (token: string) => t.browser().api.auth.verifyEmail({ token });
const mailsTo = (recipient: string) => OutboxMail.findAll({ where: { recipient }, order: ['id'] });

test('an address is verified with the link of the welcome mail, once', async () => {
  const { api, email } = await customer();
  expect(await api.account.email()).toEqual({ email, verified: false, pending: null, language: 'en' });
  const token = await mailedToken('welcome', email);
  expect(await follow(token)).toEqual({ ok: true });
  expect(await api.account.email()).toEqual({ email, verified: true, pending: null, language: 'en' });
  expect(await failureOf(follow(token))).toMatchObject(invalid);
});

test('the link can be sent again, which ends the one before, until the address is verified', async () => {
  const { api, email } = await customer();
  const first = await mailedToken('welcome', email);
  expect(await api.auth.resendVerification()).toEqual({ ok: true });
  expect(await failureOf(follow(first))).toMatchObject(invalid);
  await follow(await mailedToken('email_verification', email));
  expect(await api.auth.resendVerification()).toEqual({ ok: true });
  expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['welcome', 'email_verification']);
  expect(await failureOf(t.browser().api.auth.resendVerification())).toMatchObject({ code: 'UNAUTHORIZED' });
});

test('a link for verification lasts a week', async () => {
  const { id, email } = await customer();
  const token = await mailedToken('welcome', email);
  const row = await AccountToken.findOne({ where: { userId: id }, rejectOnEmpty: true });
  expect(Math.round((row.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7);
  await t.database.transaction(() => row.update({ expiresAt: new Date() }));
  expect(await failureOf(follow(token))).toMatchObject(invalid);
});

test('a new address counts once its link is followed, and the old one is informed', async () => {
  const { api, email } = await customer();
  const newEmail = newAddress();
  expect(await api.account.changeEmail({ newEmail: newEmail.toUpperCase(), password })).toEqual({ ok: true });
  expect(await api.account.email()).toEqual({ email, verified: false, pending: newEmail, language: 'en' });
  expect(await api.auth.me()).toMatchObject({ email });
  const token = await mailedToken('email_change', newEmail);
  const attempts = await Promise.allSettled([1, 2].map(() => follow(token)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await api.account.email()).toEqual({ email: newEmail, verified: true, pending: null, language: 'en' });
  expect((await mailsTo(email)).at(-1)).toMatchObject({ kind: 'email_changed', data: { newEmail } });
  expect(await failureOf(t.browser().api.auth.login({ email, password }))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await t.browser().api.auth.login({ email: newEmail, password })).toMatchObject({ user: { email: newEmail } });
  // The link in the welcome mail was for the former address.
  expect(await failureOf(follow(await mailedToken('welcome', email)))).toMatchObject(invalid);
});

test('a taken address gets the same answer, and no mail', async () => {
  const [ada, other] = [await customer(), await customer()];
  expect(await ada.api.account.changeEmail({ newEmail: other.email, password })).toEqual({ ok: true });
  expect(await ada.api.account.email()).toEqual({
    email: ada.email,
    verified: false,
    pending: other.email,
    language: 'en',
  });
  expect((await mailsTo(other.email)).map(({ kind }) => kind)).toEqual(['welcome']);
});

test('an address that is taken before its link is followed is refused then, and nothing changes', async () => {
  const { api, email } = await customer();
  const newEmail = newAddress();
  await api.account.changeEmail({ newEmail, password });
  await t.browser().api.auth.register({ email: newEmail, password, name: 'Other' });
  expect(await failureOf(follow(await mailedToken('email_change', newEmail)))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'email_taken' },
  });
  expect(await api.account.email()).toEqual({ email, verified: false, pending: newEmail, language: 'en' });
});

test('the address that the account has is refused as a field error', async () => {
  const { api, email } = await customer();
  expect(await failureOf(api.account.changeEmail({ newEmail: email, password }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { newEmail: [expect.any(String)] } },
  });
  expect(await api.account.email()).toMatchObject({ pending: null });
});

test('a wrong password changes nothing', async () => {
  const { api } = await customer();
  const newEmail = newAddress();
  expect(await failureOf(api.account.changeEmail({ newEmail, password: 'wrong horse' }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { reason: 'wrong_password', fieldErrors: { password: [expect.any(String)] } },
  });
  expect(await mailsTo(newEmail)).toEqual([]);
});

test('a new password and a reset end a pending change of address', async () => {
  const [changed, reset] = [await customer(), await customer()];
  const addresses = [newAddress(), newAddress()] as const;
  await changed.api.account.changeEmail({ newEmail: addresses[0], password });
  await reset.api.account.changeEmail({ newEmail: addresses[1], password });
  await changed.api.account.changePassword({ currentPassword: password, newPassword: 'another horse' });
  await reset.api.auth.requestPasswordReset({ email: reset.email });
  const token = await mailedToken('password_reset', reset.email);
  await reset.api.auth.resetPassword({ token, newPassword: 'another horse' });
  for (const address of addresses) {
    expect(await failureOf(follow(await mailedToken('email_change', address)))).toMatchObject(invalid);
  }
});

test('an address that an admin enters is not verified, and disabled accounts cannot verify theirs', async () => {
  const { id, api, email } = await customer();
  await follow(await mailedToken('welcome', email));
  const admin = await t.admin();
  const moved = newAddress();
  await admin.api.admin.users.update({ id, email: moved });
  expect(await api.account.email()).toEqual({ email: moved, verified: false, pending: null, language: 'en' });
  await api.auth.resendVerification();
  await admin.api.admin.users.update({ id, disabled: true });
  expect(await failureOf(follow(await mailedToken('email_verification', moved)))).toMatchObject(invalid);
});

test("what admins do to their own account is not in the activity log, as for everyone's own account", async () => {
  const { api, email } = await t.admin();
  const entries = async () => (await ActivityHead.findOne({ rejectOnEmpty: true })).seq;
  const before = await entries();
  const newEmail = newAddress();
  await api.account.changeEmail({ newEmail, password });
  await follow(await mailedToken('email_change', newEmail));
  await api.auth.requestPasswordReset({ email: newEmail });
  await api.auth.resetPassword({ token: await mailedToken('password_reset', newEmail), newPassword: 'another horse' });
  expect(await User.count({ where: { email } })).toBe(0);
  expect(await entries()).toBe(before);
});
