import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS } from '../shared/dates.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

type Browser = Pick<Awaited<ReturnType<TestServices['shopper']>>, 'api'>;

/** How long a session lasts that is used this often, in milliseconds: until the first visit that is a stranger's. */
async function lastsFor({ api }: Browser, everyMs: number): Promise<number> {
  const begun = Date.now();
  vi.useFakeTimers({ now: begun, toFake: ['Date'] });
  while (await api.auth.me()) vi.setSystemTime(Date.now() + everyMs);
  const lasted = Date.now() - begun;
  vi.useRealTimers();
  return lasted;
}

test('a customer who comes once a week is logged in for 90 days, and no longer', async () => {
  expect(await lastsFor(await t.shopper(), 7 * DAY_MS)).toBe(91 * DAY_MS);
});

test('a customer who stays away for 30 days logs in again', async () => {
  expect(await lastsFor(await t.shopper(), 29 * DAY_MS)).toBe(116 * DAY_MS);
  expect(await lastsFor(await t.shopper(), 30 * DAY_MS)).toBe(30 * DAY_MS);
});

test('an admin logs in again after 12 hours away, and after a week in any case', async () => {
  expect(await lastsFor(await t.admin(), 12 * HOUR_MS)).toBe(12 * HOUR_MS);
  expect(await lastsFor(await t.admin(), 11 * HOUR_MS)).toBe(176 * HOUR_MS);
});

test('who becomes an admin has the session of an admin from the next request', async () => {
  const { api } = await t.shopper();
  const { id = 0 } = (await api.auth.me()) ?? {};
  await t.database.transaction(() => User.update({ role: 'admin' }, { where: { id } }));
  await api.auth.me();
  const [session] = await api.account.sessions.list();
  expect(Date.parse(session?.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(12 * HOUR_MS);
  expect(await lastsFor({ api }, 13 * HOUR_MS)).toBe(13 * HOUR_MS);
});

test('who has not been here for a day before becoming an admin has to log in', async () => {
  const { api } = await t.shopper();
  const { id = 0 } = (await api.auth.me()) ?? {};
  vi.useFakeTimers({ now: Date.now() + DAY_MS, toFake: ['Date'] });
  await t.database.transaction(() => User.update({ role: 'admin' }, { where: { id } }));
  expect(await api.auth.me()).toBeNull();
  expect(await Session.count({ where: { userId: id } })).toBe(0);
});

test('a session whose beginning nobody knows ends when it would have, and is not extended', async () => {
  const { api } = await t.shopper();
  const { id: userId = 0 } = (await api.auth.me()) ?? {};
  const times = { createdAt: null, usedAt: null, expiresAt: new Date(Date.now() + 20 * DAY_MS) };
  await t.database.transaction(() => Session.update(times, { where: { userId } }));
  expect(await lastsFor({ api }, 5 * DAY_MS)).toBe(20 * DAY_MS);
});
