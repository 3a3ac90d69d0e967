import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { TtlCache } from './ttl-cache.ts';

const costly = () => true;
const TTL_MS = 50;

test('a costly value is kept for its time, under its key', async () => {
  const cache = new TtlCache<number>(TTL_MS);
  expect(await cache.get('a', async () => 1, costly)).toBe(1);
  expect(await cache.get('a', async () => 2, costly)).toBe(1);
  expect(await cache.get('b', async () => 3, costly)).toBe(3);
  await vi.waitFor(async () => expect(await cache.get('a', async () => 4, costly)).toBe(4));
});

test('a cheap value is computed again', async () => {
  const cache = new TtlCache<number>(60_000);
  const cheap = () => false;
  await cache.get('a', async () => 1, cheap);
  await sleep(5);
  expect(await cache.get('a', async () => 2, costly)).toBe(2);
});

test('concurrent requests for one key share one computation, and its failure', async () => {
  const cache = new TtlCache<number>(60_000);
  const compute = vi.fn(async () => 1);
  expect(await Promise.all([1, 2, 3].map(() => cache.get('a', compute, costly)))).toEqual([1, 1, 1]);
  expect(compute).toHaveBeenCalledTimes(1);
  const fail = vi.fn(() => Promise.reject(new Error('no')));
  const failures = await Promise.allSettled([1, 2].map(() => cache.get('b', fail, costly)));
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(fail).toHaveBeenCalledTimes(1);
  expect(await cache.get('b', async () => 2, costly)).toBe(2);
});

test('a value that was being computed when the cache was cleared is returned but not kept', async () => {
  const cache = new TtlCache<number>(60_000);
  const early = cache.get('a', async () => 1, costly);
  cache.clear();
  expect(await early).toBe(1);
  expect(await cache.get('a', async () => 2, costly)).toBe(2);
  cache.clear();
  expect(await cache.get('a', async () => 3, costly)).toBe(3);
});
