import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { User } from '@lantern/db/models/user';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DAY_MS } from '../shared/dates.ts';
import { mailedToken } from '../testing/mailed-token.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

/* Whose password somebody else has hears of it, and nobody is flooded with mails. */

const password = 'correct horse';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

/** A customer with a browser where they have registered. */
async function customer() {
  const home = t.browser();
  const email = `ada-${crypto.randomUUID()}@example.com`;
  await home.api.auth.register({ email, password, name: 'Ada' });
  return { home, email };
}

const mailsTo = (recipient: string) =>
  OutboxMail.findAll({ where: { kind: 'new_device', recipient }, order: ['id'], raw: true });

test('a login on a new device is mailed once, and not where the account was before', async () => {
  const { home, email } = await customer();
  await home.api.auth.logout();
  await home.api.auth.login({ email, password });
  expect(await mailsTo(email)).toEqual([]);
  const desk = t.browser(firefox);
  await desk.api.auth.login({ email, password });
  for (let n = 0; n < 3; n++) await desk.api.auth.login({ email, password });
  expect(await mailsTo(email)).toMatchObject([
    { language: 'en', about: null, data: { browser: 'Firefox', system: 'Windows', at: expect.stringMatching(/Z$/) } },
  ]);
});

test('a wrong password is not mailed about', async () => {
  const { email } = await customer();
  await failureOf(t.browser().api.auth.login({ email, password: 'wrong horse' }));
  expect(await mailsTo(email)).toEqual([]);
});

test('the first login of an account that nobody has registered is not mailed about, the next one is', async () => {
  const { email } = await t.admin();
  expect(await mailsTo(email)).toEqual([]);
  await t.browser().api.auth.login({ email, password });
  expect(await mailsTo(email)).toHaveLength(1);
});

test('whoever keeps no cookies causes three mails a day at most, also with several logins at a time', async () => {
  const { email } = await customer();
  const logIns = () => Promise.all(Array.from({ length: 6 }, () => t.browser().api.auth.login({ email, password })));
  await logIns();
  expect(await mailsTo(email)).toHaveLength(3);
  vi.useFakeTimers({ now: Date.now() + DAY_MS + 1, toFake: ['Date'] });
  await logIns();
  expect(await mailsTo(email)).toHaveLength(6);
});

test('where a mailed link was used, the account is known', async () => {
  const { email } = await customer();
  const phone = t.browser();
  await phone.api.auth.requestPasswordReset({ email });
  await phone.api.auth.resetPassword({
    token: await mailedToken('password_reset', email),
    newPassword: 'another horse',
  });
  await phone.api.auth.login({ email, password: 'another horse' });
  expect(await mailsTo(email)).toEqual([]);
});

test('a new address makes no device new where it was confirmed', async () => {
  const { home, email } = await customer();
  const newEmail = `new-${email}`;
  await home.api.account.changeEmail({ newEmail, password });
  await home.api.auth.verifyEmail({ token: await mailedToken('email_change', newEmail) });
  await home.api.auth.login({ email: newEmail, password });
  expect(await mailsTo(newEmail)).toEqual([]);
});

test('admins see the mail in their list and when a user last logged in, which the activity log leaves out', async () => {
  const { email } = await customer();
  const before = Date.now();
  const { user } = await t.browser(firefox).api.auth.login({ email, password });
  const { admin } = (await t.admin()).api;
  const { items } = await admin.mail.list({});
  expect(items).toContainEqual(expect.objectContaining({ to: email, kind: 'new_device', status: 'queued' }));
  const { lastLoginAt } = await admin.users.byId({ id: user.id });
  expect(Date.parse(lastLoginAt ?? '')).toBeGreaterThanOrEqual(before);
  await admin.users.update({ id: user.id, name: 'Countess' });
  const log = await admin.activity.list({ entity: `user:${user.id}` });
  expect(JSON.stringify(log)).not.toContain('lastLoginAt');
  const { updatedAt } = await User.findByPk(user.id, { rejectOnEmpty: true });
  await t.browser().api.auth.login({ email, password });
  expect((await User.findByPk(user.id, { rejectOnEmpty: true })).updatedAt).toEqual(updatedAt);
});
