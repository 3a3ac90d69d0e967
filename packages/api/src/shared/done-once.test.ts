import { expect, test } from 'vitest';
import { DoneOnce } from './done-once.ts';

test('work under one key runs once, also when called concurrently; another key, a failure and an expired one run again', async () => {
  let now = 1;
  let times = 0;
  const once = new DoneOnce<number>((answer) => answer < 100, { now: () => now });
  const act = async () => ++times;
  expect(await Promise.all([once.do('a', act), once.do('a', act)])).toEqual([1, 1]);
  expect(await once.do('a', act)).toBe(1);
  expect(await once.do('b', act)).toBe(2);
  now = 60_002;
  expect(await once.do('a', act)).toBe(3);
  times = 100;
  expect(await once.do('c', act)).toBe(101);
  expect(await once.do('c', act)).toBe(102);
  await expect(once.do('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await once.do('d', act)).toBe(103);
});

test('the number of kept results is limited', async () => {
  const once = new DoneOnce<number>(() => true);
  let times = 0;
  for (let key = 0; key < 5000; key++) await once.do(String(key), async () => ++times);
  expect(await once.do('4999', async () => ++times)).toBe(5000);
  expect(await once.do('0', async () => ++times)).toBe(5001);
});
