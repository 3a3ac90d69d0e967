import { expect, test } from 'vitest';
import { cumulativeLayoutShift, totalBlockingTime } from './vitals.ts';

test('only what long tasks take beyond 50 ms, after the first paint, blocks', () => {
  const longTasks = [
    { startTime: 0, duration: 400 },
    { startTime: 480, duration: 100 },
    { startTime: 600, duration: 51 },
    { startTime: 900, duration: 250 },
  ];
  expect(totalBlockingTime({ longTasks, fcp: 500 })).toBe(30 + 1 + 200);
  expect(totalBlockingTime({ longTasks: [], fcp: 500 })).toBe(0);
});

const shift = (startTime: number, value: number, hadRecentInput = false) => ({ startTime, value, hadRecentInput });

test('shifts that follow each other add up, and the largest sum counts', () => {
  expect(cumulativeLayoutShift([])).toBe(0);
  expect(cumulativeLayoutShift([shift(100, 0.25), shift(900, 0.25), shift(3000, 0.125)])).toBe(0.5);
  expect(cumulativeLayoutShift([shift(100, 0.25), shift(1200, 0.5)])).toBe(0.5);
});

test('a sum ends after five seconds, and shifts after an input do not count', () => {
  const steady = Array.from({ length: 8 }, (_, index) => shift(900 * index, 1));
  expect(cumulativeLayoutShift(steady)).toBe(6);
  expect(cumulativeLayoutShift([shift(100, 0.25), shift(200, 1, true)])).toBe(0.25);
});
