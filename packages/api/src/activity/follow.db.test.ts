import { getEventListeners } from 'node:events';
import { type Actor, actingAs } from '@lantern/db/activity/actor';
import { Category } from '@lantern/db/models/category';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { seededRandom } from '@lantern/db/testing/seeded';
import { isTrackedEnvelope } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followersAsleep } from '../testing/followers.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { followActivity } from './feed.ts';
import { activityHead } from './service.ts';

const actor: Actor = { id: 7, email: 'mira@example.com', requestId: null, ip: null };

let t: TestServices;
let created = 0;
beforeAll(async () => {
  t = await startTestServices();
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

/** Reads `count` numbers and leaves. */
async function take(entries: AsyncIterable<{ seq: number }>, count: number): Promise<number[]> {
  const seen: number[] = [];
  for await (const { seq } of entries) if (seen.push(seq) >= count) break;
  return seen;
}

test('a follower gets what it missed and then what comes, once and in order', async () => {
  const { seq } = await activityHead();
  await change(5);
  const signal = AbortSignal.timeout(20_000);
  const reading = take(followActivity(t.services.feed, seq + 2, signal), 8);
  await change(5);
  expect(await reading).toEqual(numbers(seq + 3, 8));
});

test('many followers, each with its own pace, dropping and coming back, all see the same', async () => {
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

test('nobody is read ahead for: a follower that stops asking holds one entry and no more', async () => {
  const { seq } = await activityHead();
  const entries = followActivity(t.services.feed, seq, AbortSignal.timeout(20_000));
  await change(3);
  expect((await entries.next()).value?.seq).toBe(seq + 1);
  await change(3);
  expect((await entries.next()).value?.seq).toBe(seq + 2);
  await entries.return();
});

test('an abort wakes a sleeping follower and ends it', async () => {
  const leaving = new AbortController();
  const { seq } = await activityHead();
  const next = followActivity(t.services.feed, seq, leaving.signal).next();
  await followersAsleep(t.services, 1);
  leaving.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('however often a follower sleeps and is woken, it leaves nothing behind', async () => {
  const leaving = new AbortController();
  const { seq } = await activityHead();
  const entries = followActivity(t.services.feed, seq, leaving.signal);
  for (let n = 1; n <= 30; n++) {
    const next = entries.next();
    await followersAsleep(t.services, 1);
    expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(1);
    await change(1);
    expect((await next).value?.seq).toBe(seq + n);
    expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(0);
  }
  await followersAsleep(t.services, 0);
});

/** An event's id and entry; callers in this process get the envelope that goes over the wire in two fields. */
function unpack(event: unknown): { id: string; entry: unknown } {
  if (!isTrackedEnvelope(event)) throw new TypeError('Not a tracked event.');
  return { id: event[0], entry: event[1] };
}

test('the stream is for admins, names each event by its number, and starts now or after the last one seen', async () => {
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
  await followersAsleep(t.services, 1);
  await change(1);
  expect(unpack((await first).value).id).toBe(String(seq + 3));
  await fresh[Symbol.asyncIterator]().return?.();
});

/** Opens a stream and reads until it ends by itself. */
async function untilItEnds(api: Awaited<ReturnType<TestServices['admin']>>['api']): Promise<void> {
  for await (const _entry of await api.admin.activity.stream());
}

test('a stream ends when its session ends, its user is disabled or is no admin any more', async () => {
  const endings: ((id: number) => Promise<unknown>)[] = [
    (userId) => Session.destroy({ where: { userId } }),
    (id) => User.update({ disabled: true }, { where: { id } }),
    (id) => User.update({ role: 'customer' }, { where: { id } }),
  ];
  for (const end of endings) {
    const { api, email } = await t.admin();
    const { id } = await User.findOne({ where: { email }, rejectOnEmpty: true });
    const over = untilItEnds(api);
    await followersAsleep(t.services, 1);
    await t.database.transaction(() => end(id));
    await over;
    await expect(api.admin.activity.list({})).rejects.toMatchObject({ code: expect.stringMatching(/UNAUTH|FORB/) });
  }
});

test('five streams a user, a sixth is refused until one is closed', async () => {
  const { api } = await t.admin();
  const streams = await Promise.all(
    numbers(0, 5).map(async () => (await api.admin.activity.stream())[Symbol.asyncIterator]()),
  );
  const reads = streams.map((stream) => stream.next());
  await followersAsleep(t.services, 5);
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
