import { Session } from '@lantern/db/models/session';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '../shared/dates.ts';
import { entriesAfter } from '../testing/log-entries.ts';
import { statementsOf } from '../testing/statements.ts';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** A customer who is logged in at a desk, on a phone and with a program. */
async function everywhere() {
  const desk = t.browser(firefox);
  const email = `ada-${crypto.randomUUID()}@example.com`;
  const { user } = await desk.api.auth.register({ name: 'Ada', email, password: 'correct horse' });
  const [phone, program] = [t.browser(iphone), t.browser()];
  for (const { api } of [phone, program]) await api.auth.login({ email, password: 'correct horse' });
  return { user, desk, phone, program };
}

test('an account lists where it is logged in, this session first', async () => {
  const { phone } = await everywhere();
  const sessions = await phone.api.account.sessions.list();
  expect(sessions).toHaveLength(3);
  const recent = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(sessions[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    browser: 'Safari',
    system: 'iOS',
    device: 'phone',
    createdAt: recent,
    usedAt: recent,
    expiresAt: recent,
    current: true,
  });
  const others = sessions.slice(1);
  expect(others).toContainEqual(
    expect.objectContaining({ browser: 'Firefox', system: 'Windows', device: 'desktop', current: false }),
  );
  expect(others).toContainEqual(expect.objectContaining({ browser: null, system: null, device: null }));
});

test('a session can be ended from another one, and all others at once', async () => {
  const { desk, phone, program } = await everywhere();
  const [, , last] = await desk.api.account.sessions.list();
  const left = await desk.api.account.sessions.end({ id: last?.id ?? '' });
  expect(left).toHaveLength(2);
  const stillIn = await Promise.all([phone, program].map(({ api }) => api.auth.me()));
  expect(stillIn.filter(Boolean)).toHaveLength(1);
  expect(await failureOf(desk.api.account.sessions.end({ id: last?.id ?? '' }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await desk.api.account.sessions.endOthers()).toMatchObject([{ current: true }]);
  for (const { api } of [phone, program]) expect(await api.auth.me()).toBeNull();
  expect(await desk.api.auth.me()).not.toBeNull();
});

test('nobody sees or ends the sessions of somebody else, except an admin, which is logged', async () => {
  const [ada, admin, stranger] = [await everywhere(), await t.admin(), await t.shopper('Eve')];
  const [session] = await ada.desk.api.account.sessions.list();
  const id = session?.id ?? '';
  expect(await failureOf(stranger.api.account.sessions.end({ id }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.api.account.sessions.list()).toHaveLength(1);
  const sent = { id: ada.user.id, sessionId: id };
  expect(await failureOf(stranger.api.admin.users.endSession(sent))).toMatchObject({ code: 'FORBIDDEN' });
  const seen = await admin.api.admin.users.byId({ id: ada.user.id });
  expect(seen.sessions).toContainEqual({ ...session, current: false });
  await admin.api.admin.users.endSession(sent);
  expect(await ada.desk.api.auth.me()).toBeNull();
  expect(await ada.phone.api.auth.me()).not.toBeNull();
  const [entry] = (await entriesAfter(0)).filter(({ action }) => action === 'user.end_session');
  expect(entry).toMatchObject({ entityId: String(ada.user.id), changes: [{ field: 'sessions', before: 3, after: 2 }] });
});

test('the last use is noted once in ten minutes, not with every request', async () => {
  const { desk, user } = await everywhere();
  const usedAt = async () => (await desk.api.account.sessions.list())[0]?.usedAt ?? '';
  const first = await usedAt();
  const statements = await statementsOf(t.database, async () => {
    for (let n = 0; n < 5; n++) await desk.api.auth.me();
  });
  expect(statements.filter((sql) => /update/i.test(sql))).toEqual([]);
  vi.useFakeTimers({ now: Date.now() + 11 * MINUTE_MS, toFake: ['Date'] });
  expect(Date.parse(await usedAt()) - Date.parse(first)).toBeGreaterThan(10 * MINUTE_MS);
  vi.useRealTimers();
  // Of a session of before, nobody knows; it is listed, and then used.
  await t.database.transaction(() => Session.update({ createdAt: null, usedAt: null }, { where: { userId: user.id } }));
  expect((await desk.api.account.sessions.list())[0]).toMatchObject({ createdAt: null, usedAt: expect.any(String) });
});
