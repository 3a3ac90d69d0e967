import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TtlCache } from './ttl-cache.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const costly = () => true;

test('a costly answer is kept for its time, under its key', async () => {
  const remembered = new TtlCache<number>(1000);
  expect(await remembered.get('a', async () => 1, costly)).toBe(1);
  expect(await remembered.get('a', async () => 2, costly)).toBe(1);
  expect(await remembered.get('b', async () => 3, costly)).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(await remembered.get('a', async () => 4, costly)).toBe(4);
});

test('a cheap answer is asked for every time', async () => {
  const remembered = new TtlCache<number>(1000);
  await remembered.get(
    'a',
    async () => 1,
    () => false,
  );
  expect(await remembered.get('a', async () => 2, costly)).toBe(2);
});

test('what was on its way when all was forgotten is not kept', async () => {
  const remembered = new TtlCache<number>(1000);
  const early = remembered.get('a', async () => 1, costly);
  remembered.forget();
  expect(await early).toBe(1);
  expect(await remembered.get('a', async () => 2, costly)).toBe(2);
  remembered.forget();
  expect(await remembered.get('a', async () => 3, costly)).toBe(3);
});
