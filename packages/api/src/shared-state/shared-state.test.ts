import { Redis } from 'ioredis';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type RedisServer, startRedis } from '../../../../scripts/lib/redis.mjs';
import { MINUTE_MS } from '../shared/dates.ts';
import type { Limiter } from '../shared/limiter.ts';
import { isShared, nothingCommitted, signerOf } from '../testing/limit-store.ts';
import { SharedState } from './shared-state.ts';

/* Servers of one store, and a Redis server that is killed and frozen. */

const WAIT = { timeout: 60_000, interval: 20 };
const LIMIT = { points: 5, duration: 600 };
const ada = 'ada@example.com';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const open: AsyncDisposable[] = [];
afterEach(async () => {
  redis.thaw();
  await Promise.all(open.splice(0).map((server) => server[Symbol.asyncDispose]()));
});

/** A server of the store with this key, what it commits, and the lines of its log. */
async function startShared(key: string, { url = redis.url, commandMs = MINUTE_MS, isAway = false } = {}) {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(`${message} ${Object.values(fields).join()}`);
  const state = new SharedState(url, { info: note, warn: note, error: note }, { signer: signerOf(key), commandMs });
  open.push(state);
  const committed = nothingCommitted();
  await state.open(committed);
  if (!isAway) await isShared(state);
  const heard: string[] = [];
  state.wakeups.on('activity', (seq) => heard.push(`activity ${seq}`));
  state.wakeups.on('stock', () => heard.push('stock'));
  return { state, committed, lines, heard, limiter: state.limiter('guesses', LIMIT) };
}

/** How many of so many attempts pass. */
async function passing(limiter: Limiter, times: number, key = ada): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: times }, () => limiter.consume(key)));
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(RateLimiterRes);
  return results.filter(({ status }) => status === 'fulfilled').length;
}

test('servers of a store count together, those of another store apart, and what is forgiven is forgiven everywhere', async () => {
  const [first, second, other] = [await startShared('a'), await startShared('a'), await startShared('b')];
  expect(await passing(first.limiter, 3)).toBe(3);
  expect(await passing(second.limiter, 3)).toBe(2);
  expect(await passing(first.limiter, 1)).toBe(0);
  expect((await second.limiter.get(ada))?.remainingPoints).toBe(0);
  expect(await passing(other.limiter, 3)).toBe(3);
  await first.limiter.delete(ada);
  expect(await second.limiter.get(ada)).toBeNull();
});

test('a blocked key stays blocked for its own time at every server', async () => {
  const limit = { points: 2, duration: 60, blockDuration: 6000 };
  const [first, second] = [await startShared('a'), await startShared('a')];
  const [one, other] = [first, second].map(({ state }) => state.limiter('device', limit));
  if (!one || !other) throw new Error('There are two.');
  expect(await passing(one, 3)).toBe(2);
  await expect(other.consume(ada)).rejects.toMatchObject({ msBeforeNext: expect.closeTo(6_000_000, -5) });
});

test('Redis holds no email and no address, and nothing for ever', async () => {
  const { state, committed, limiter } = await startShared('a');
  await using lease = await lend(state);
  expect(lease).not.toBeNull();
  await passing(limiter, 6);
  await passing(limiter, 1, `${ada} 203.0.113.5`);
  const client = new Redis(redis.url);
  const listener = client.duplicate();
  const messages: string[] = [];
  listener.on('pmessage', (_pattern, _channel, message) => messages.push(message));
  await listener.psubscribe('*');
  committed.activity.emit('written', 7);
  committed.stock.emit('moved', [1]);
  await vi.waitFor(() => expect(messages).toHaveLength(2), WAIT);
  for (const message of messages) expect(message).toMatch(/^[\w-]{21} (activity 7|stock)$/);
  const keys = await client.keys('*');
  expect(keys.length).toBeGreaterThan(2);
  for (const key of keys) {
    expect(key).toMatch(/^lantern:[\w-]{22}:[a-z]+(:[\w-]{22})?$/);
    expect(await client.pttl(key), key).toBeGreaterThan(0);
  }
  for (const connection of [client, listener]) connection.disconnect();
});

async function lend(state: SharedState): Promise<AsyncDisposable> {
  const lease = await state.streams.take('1', 5);
  return { [Symbol.asyncDispose]: async () => lease?.[Symbol.dispose]() };
}

test('what a server commits wakes the others at once, not itself, nor another store', async () => {
  const [first, second, other] = [await startShared('a'), await startShared('a'), await startShared('b')];
  for (const { heard } of [first, second, other]) heard.length = 0;
  first.committed.activity.emit('written', 42);
  first.committed.stock.emit('moved', [1, 2]);
  await vi.waitFor(() => expect(second.heard).toEqual(['activity 42', 'stock']), WAIT);
  second.committed.stock.emit('moved', [3]);
  await vi.waitFor(() => expect(first.heard).toEqual(['stock']), WAIT);
  expect(other.heard).toEqual([]);
});

test('what is no hint is passed over', async () => {
  const { heard } = await startShared('a');
  heard.length = 0;
  const client = new Redis(redis.url);
  const [channel = ''] = (await client.pubsub('CHANNELS', 'lantern:*')).map(String);
  const sender = 'x'.repeat(21);
  for (const message of [
    '',
    'stock',
    `${sender} activity 9e99`,
    `${sender} activity -1`,
    `${sender} stock moved`,
    'x y z',
  ])
    await client.publish(channel, message);
  await client.publish(channel, `${sender} activity 9`);
  await vi.waitFor(() => expect(heard).toEqual(['activity 9']), WAIT);
  client.disconnect();
});

test('without Redis each server counts for itself and says so once, and it comes back by itself', async () => {
  const [first, second] = [await startShared('c'), await startShared('c')];
  expect(await passing(first.limiter, 5)).toBe(5);
  await redis.kill();
  const begun = Date.now();
  for (const { limiter } of [first, second]) expect(await passing(limiter, 6)).toBe(5);
  expect(Date.now() - begun).toBeLessThan(5000);
  first.committed.stock.emit('moved', [1]);
  expect(first.lines).toEqual([expect.stringContaining('Redis does not answer')]);
  await redis.restart();
  const back = [expect.stringContaining('Redis does not answer'), expect.stringContaining('Redis is back')];
  for (const { lines } of [first, second]) await vi.waitFor(() => expect(lines).toEqual(back), WAIT);
  expect(await passing(first.limiter, 3)).toBe(3);
  expect(await passing(second.limiter, 3)).toBe(2);
  // Whatever was missed is looked for, and the next change is heard of.
  await vi.waitFor(() => expect(second.heard).toContain('activity 0'), WAIT);
  second.heard.length = 0;
  await vi.waitFor(() => {
    first.committed.activity.emit('written', 43);
    expect(second.heard).toContain('activity 43');
  }, WAIT);
});

test('a frozen Redis costs its first callers a moment, and the others nothing', async () => {
  const { state, limiter, lines } = await startShared('d', { commandMs: 200 });
  const free = state.limiter('free', { points: 1000, duration: 600 });
  await passing(limiter, 1);
  redis.freeze();
  const waits: number[] = [];
  for (let n = 0; n < 40; n++) {
    const begun = performance.now();
    await free.consume(ada);
    waits.push(performance.now() - begun);
  }
  // A first command waits for 200 ms; each of the forty would be 8 seconds.
  expect(waits.filter((wait) => wait > 150).length).toBeLessThan(5);
  expect(waits[0]).toBeGreaterThan(150);
  await vi.waitFor(() => expect(lines).toEqual([expect.stringContaining('Redis does not answer')]), WAIT);
  redis.thaw();
  await vi.waitFor(() => expect(lines.at(-1)).toContain('Redis is back'), WAIT);
  expect(lines).toHaveLength(2);
});

test('a server starts while Redis is away, frozen or refuses it, and uses it once it can', {
  tags: 'long',
}, async () => {
  redis.freeze();
  const begun = Date.now();
  const cold = await startShared('e', { commandMs: 200, isAway: true });
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(await passing(cold.limiter, 6)).toBe(5);
  redis.thaw();
  await vi.waitFor(() => expect(cold.lines.at(-1)).toContain('Redis is back'), WAIT);
  expect(await passing(cold.limiter, 2)).toBe(2);

  await redis.kill();
  const alone = await startShared('e', { isAway: true });
  expect(await passing(alone.limiter, 6)).toBe(5);
  await redis.restart();
  await vi.waitFor(() => expect(alone.lines.at(-1)).toContain('Redis is back'), WAIT);

  const locked = await startRedis({ settings: ['--requirepass', 'sesame'] });
  const wrong = await startShared('e', { url: locked.url.replace('//', '//:secret@'), isAway: true });
  expect(await passing(wrong.limiter, 6)).toBe(5);
  expect(wrong.lines).toEqual([expect.stringContaining('Redis does not answer')]);
  expect(wrong.lines.join()).not.toMatch(/secret|sesame/);
  const right = await startShared('e', { url: locked.url.replace('//', '//:sesame@') });
  expect(await passing(right.limiter, 1)).toBe(1);
  expect(right.lines).toEqual([]);
  await locked.stop();
});

test('a Redis that takes no writes is no Redis, and a full one neither', async () => {
  const { limiter, lines } = await startShared('f');
  const client = new Redis(redis.url);
  await client.config('SET', 'min-replicas-to-write', 1);
  expect(await passing(limiter, 6)).toBe(5);
  await vi.waitFor(() => expect(lines).toEqual([expect.stringContaining('NOREPLICAS')]), WAIT);
  await client.config('SET', 'min-replicas-to-write', 0);
  await vi.waitFor(() => expect(lines.at(-1)).toContain('Redis is back'), WAIT);
  client.disconnect();
});

test('slots are those of all servers, and come free when they are given back, or when their server is gone', {
  tags: 'long',
}, async () => {
  const [first, killed, second] = [await startShared('g'), await startShared('g'), await startShared('g')];
  const one = await first.state.streams.take('1', 2);
  await first.state.streams.take('1', 2);
  await killed.state.streams.take('2', 1);
  expect(await second.state.streams.take('1', 2)).toBeNull();
  expect(await second.state.streams.take('2', 1)).toBeNull();
  one?.[Symbol.dispose]();
  expect(await second.state.streams.take('1', 2)).not.toBeNull();
  // It gives nothing back.
  killed.state.streams[Symbol.dispose]();
  await vi.waitFor(async () => expect(await second.state.streams.take('2', 1)).not.toBeNull(), WAIT);
  expect(await second.state.streams.take('1', 2), 'those of a running server are kept').toBeNull();
});

test('slots that are held are taken again in a Redis that has lost them', async () => {
  const [first, second] = [await startShared('h'), await startShared('h')];
  await first.state.streams.take('1', 1);
  await redis.restart();
  for (const { lines } of [first, second])
    await vi.waitFor(() => expect(lines.at(-1)).toContain('Redis is back'), WAIT);
  const client = new Redis(redis.url);
  await vi.waitFor(async () => expect(await client.keys('*:streams:*')).toHaveLength(1), WAIT);
  expect(await second.state.streams.take('1', 1)).toBeNull();
  client.disconnect();
});
