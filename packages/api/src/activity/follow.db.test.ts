import { getEventListeners } from 'node:events';
import { type Actor, actingAs } from '@lantern/db/activity/actor';
import { Category } from '@lantern/db/models/category';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { seededRandom } from '@lantern/db/testing/seeded';
import { isTrackedEnvelope } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followersWaiting } from '../testing/followers.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { followActivity } from './feed.ts';
import { activityHead } from './service.ts';

const actor: Actor = { id: 7, email: 'mira@example.com', requestId: null, ip: null };

let t: TestServices;
let created = 0;
beforeAll(async () => {
  t = await startTestServices({ streamCheckMs: 20 });
});
afterAll(() => t[Symbol.asyncDispose]());

async function change(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const row = {
      slug: `category-${++created}`,
      name: 'Category',
      parentId: null,
      position: 0,
      accent: 1,
      imageUrl: null,
    };
    await actingAs(actor, () => t.database.transaction(() => Category.create(row)));
  }
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Reads `count` numbers and stops. */
async function take(entries: AsyncIterable<{ seq: number }>, count: number): Promise<number[]> {
  const seen: number[] = [];
  for await (const { seq } of entries) if (seen.push(seq) >= count) break;
  return seen;
}

test('a follower gets missed entries and then new ones, once and in order', async () => {
  const { seq } = await activityHead();
  await change(5);
  const signal = AbortSignal.timeout(20_000);
  const reading = take(followActivity(t.services.feed, seq + 2, signal), 8);
  await change(5);
  expect(await reading).toEqual(numbers(seq + 3, 8));
});

test('followers of different speeds that disconnect and resume all see every entry in order', async () => {
  const random = seededRandom();
  const { seq } = await activityHead();
  const total = 120;
  const follow = async (pace: number) => {
    const seen: number[] = [];
    while (seen.length < total) {
      const hold = 1 + Math.floor(random() * 30);
      const from = seen.at(-1) ?? seq;
      const entries = followActivity(t.services.feed, from, AbortSignal.timeout(20_000));
      seen.push(...(await take(entries, Math.min(hold, total - seen.length))));
      await new Promise((resolve) => setTimeout(resolve, random() * pace));
    }
    return seen;
  };
  const followers = numbers(0, 10).map((pace) => follow(pace));
  await Promise.all([change(60), change(60)]);
  for (const seen of await Promise.all(followers)) expect(seen).toEqual(numbers(seq + 1, total));
});

test('a follower reads nothing ahead of its consumer', async () => {
  const { seq } = await activityHead();
  const entries = followActivity(t.services.feed, seq, AbortSignal.timeout(20_000));
  await change(3);
  expect((await entries.next()).value?.seq).toBe(seq + 1);
  await change(3);
  expect((await entries.next()).value?.seq).toBe(seq + 2);
  await entries.return();
});

test('an abort ends a waiting follower', async () => {
  const disconnect = new AbortController();
  const { seq } = await activityHead();
  const next = followActivity(t.services.feed, seq, disconnect.signal).next();
  await followersWaiting(t.services, 1);
  disconnect.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('a follower that waits repeatedly leaks no listeners', async () => {
  const disconnect = new AbortController();
  const { seq } = await activityHead();
  const entries = followActivity(t.services.feed, seq, disconnect.signal);
  for (let n = 1; n <= 30; n++) {
    const next = entries.next();
    await followersWaiting(t.services, 1);
    expect(getEventListeners(disconnect.signal, 'abort')).toHaveLength(1);
    await change(1);
    expect((await next).value?.seq).toBe(seq + n);
    expect(getEventListeners(disconnect.signal, 'abort')).toHaveLength(0);
  }
  await followersWaiting(t.services, 0);
});

/** An event's id and entry: callers in this process get the raw envelope, a tuple. */
function unpack(event: unknown): { id: string; entry: unknown } {
  if (!isTrackedEnvelope(event)) throw new TypeError('Not a tracked event.');
  return { id: event[0], entry: event[1] };
}

test('the stream is for admins only, uses entry numbers as event ids, and resumes after the last event seen', async () => {
  await expect(t.browser().api.admin.activity.stream()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect((await t.shopper()).api.admin.activity.stream()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { api } = await t.admin();
  const { seq } = await activityHead();
  await change(2);
  const resumed = await api.admin.activity.stream({ lastEventId: String(seq) });
  for await (const event of resumed) {
    const { id, entry } = unpack(event);
    expect(id).toBe(String(seq + 1));
    expect(entry).toMatchObject({ seq: seq + 1, action: 'category.create', actor: { email: actor.email } });
    break;
  }
  const fresh = await api.admin.activity.stream({});
  const first = fresh[Symbol.asyncIterator]().next();
  await followersWaiting(t.services, 1);
  await change(1);
  expect(unpack((await first).value).id).toBe(String(seq + 3));
  await fresh[Symbol.asyncIterator]().return?.();
});

/** Opens a stream and reads until the server ends it. */
async function untilItEnds(api: Awaited<ReturnType<TestServices['admin']>>['api']): Promise<void> {
  for await (const _entry of await api.admin.activity.stream());
}

test('a stream ends when its session ends or its user is disabled or demoted', async () => {
  const revocations: ((id: number) => Promise<unknown>)[] = [
    (userId) => Session.destroy({ where: { userId } }),
    (id) => User.update({ disabled: true }, { where: { id } }),
    (id) => User.update({ role: 'customer' }, { where: { id } }),
  ];
  for (const revoke of revocations) {
    const { api, email } = await t.admin();
    const { id } = await User.findOne({ where: { email }, rejectOnEmpty: true });
    const ended = untilItEnds(api);
    await followersWaiting(t.services, 1);
    await t.database.transaction(() => revoke(id));
    await ended;
    await expect(api.admin.activity.list({})).rejects.toMatchObject({ code: expect.stringMatching(/UNAUTH|FORB/) });
  }
});

test('a user’s sixth stream is refused until one of the five is closed', async () => {
  const { api } = await t.admin();
  const streams = await Promise.all(
    numbers(0, 5).map(async () => (await api.admin.activity.stream())[Symbol.asyncIterator]()),
  );
  const reads = streams.map((stream) => stream.next());
  await followersWaiting(t.services, 5);
  const sixth = (await api.admin.activity.stream())[Symbol.asyncIterator]();
  await expect(sixth.next()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  await change(1);
  await Promise.all(reads);
  await streams[0]?.return?.();
  const { seq } = await activityHead();
  const again = (await api.admin.activity.stream({ lastEventId: seq - 1 }))[Symbol.asyncIterator]();
  expect(unpack((await again.next()).value).id).toBe(String(seq));
  for (const stream of [...streams, again]) await stream.return?.();
});
