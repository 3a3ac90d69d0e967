import { expect, test } from 'vitest';
import { DoneOnce } from './done-once.ts';

test('one key is done once, also by two at once; another key, a failure and an old one are done anew', async () => {
  let now = 0;
  let times = 0;
  const once = new DoneOnce<number>(
    (answer) => answer < 100,
    () => now,
  );
  const act = async () => ++times;
  expect(await Promise.all([once.do('a', act), once.do('a', act)])).toEqual([1, 1]);
  expect(await once.do('a', act)).toBe(1);
  expect(await once.do('b', act)).toBe(2);
  now = 60_001;
  expect(await once.do('a', act)).toBe(3);
  times = 100;
  expect(await once.do('c', act)).toBe(101);
  expect(await once.do('c', act)).toBe(102);
  await expect(once.do('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await once.do('d', act)).toBe(103);
});

test('it never holds more than so many', async () => {
  const once = new DoneOnce<number>(() => true);
  let times = 0;
  for (let key = 0; key < 5000; key++) await once.do(String(key), async () => ++times);
  expect(await once.do('4999', async () => ++times)).toBe(5000);
  expect(await once.do('0', async () => ++times)).toBe(5001);
});
