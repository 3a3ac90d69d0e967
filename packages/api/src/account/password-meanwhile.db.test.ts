import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { mailedToken } from '../testing/mailed-token.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

/* A password that was right when it was checked, and has been changed before that takes effect. */

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => t[Symbol.asyncDispose]());

const password = 'correct horse';
const wrong = { code: 'BAD_REQUEST', cause: { reason: 'wrong_password' } };

async function customer() {
  const browser = t.browser();
  const email = `ada-${crypto.randomUUID()}@example.com`;
  await browser.api.auth.register({ name: 'Ada', email, password });
  const logIn = async (typed: string) => {
    const device = t.browser();
    await device.api.auth.login({ email, password: typed });
    return device;
  };
  await browser.api.auth.requestPasswordReset({ email });
  const token = await mailedToken('password_reset', email);
  const reset = () => t.browser().api.auth.resetPassword({ token, newPassword: 'another horse' });
  return { ...browser, email, logIn, reset };
}

/** Does this between the check of a password and what is written after it. */
function beforeNextTransaction(work: () => Promise<unknown>): void {
  const { database } = t;
  const transaction = database.transaction.bind(database);
  database.transaction = async <Result>(writing: () => Promise<Result>) => {
    database.transaction = transaction;
    await work();
    return transaction(writing);
  };
}

test('of two devices that change the password at once, one does, and stays logged in', async () => {
  const { api, logIn } = await customer();
  const devices = [{ api }, await logIn(password)];
  const wishes = ['first new horse', 'other new horse'];
  const attempts = await Promise.allSettled(
    devices.map((device, index) =>
      device.api.account.changePassword({ currentPassword: password, newPassword: wishes[index] ?? '' }),
    ),
  );
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const changed = attempts.findIndex(({ status }) => status === 'fulfilled');
  expect(await devices[changed]?.api.auth.me()).not.toBeNull();
  await logIn(wishes[changed] ?? '');
});

test('a password that was set by a mailed link meanwhile is not overwritten', async () => {
  const { api, logIn, reset } = await customer();
  beforeNextTransaction(reset);
  const change = api.account.changePassword({ currentPassword: password, newPassword: 'a third horse' });
  expect(await failureOf(change)).toMatchObject(wrong);
  await logIn('another horse');
});

test('a new email that was asked for with the password of before is not mailed after a reset', async () => {
  const { api, reset } = await customer();
  const newEmail = `eve-${crypto.randomUUID()}@example.com`;
  beforeNextTransaction(reset);
  expect(await failureOf(api.account.changeEmail({ newEmail, password }))).toMatchObject(wrong);
  expect(await OutboxMail.count({ where: { recipient: newEmail } })).toBe(0);
});

test('a login with the password of before has no session after a reset', async () => {
  const { email, reset } = await customer();
  const { sessions } = t.services;
  const { start } = sessions;
  vi.spyOn(sessions, 'start').mockImplementationOnce(async (...session) => {
    await reset();
    return start.apply(sessions, session);
  });
  const thief = t.browser();
  expect(await failureOf(thief.api.auth.login({ email, password }))).toMatchObject({
    code: 'UNAUTHORIZED',
    cause: { reason: 'wrong_credentials' },
  });
  expect(await thief.api.auth.me()).toBeNull();
});
