import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { Waiters } from './waiters.ts';

/** Of somebody who stays. */
const staying = () => new AbortController().signal;

test('whoever waits is woken once, by entries, by an abort or by the time', async () => {
  const waiters = new Waiters();
  const leaving = new AbortController();
  const signal = staying();
  const waiting = [waiters.wait(signal), waiters.wait(leaving.signal), waiters.wait(signal, 1)];
  expect(waiters.size).toBe(3);
  expect(await waiting[2]).toBe(false);
  leaving.abort();
  expect(await waiting[1]).toBe(true);
  expect(waiters.size).toBe(1);
  await waiters.wakeAll();
  expect(await waiting[0]).toBe(true);
  expect(waiters.size).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a thousand are woken some at a time, with other work in between', async () => {
  const waiters = new Waiters();
  let woken = 0;
  for (let n = 0; n < 1000; n++) void waiters.wait(staying()).then(() => (woken += 1));
  const seen: number[] = [];
  const watch = () => {
    seen.push(woken);
    if (woken < 1000) setImmediate(watch);
  };
  setImmediate(watch);
  await waiters.wakeAll();
  const steps = seen.map((count, index) => count - (seen[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(50);
});
