import { expect, test } from 'vitest';
import { BOUND_MS, Waiting } from './waiting.ts';

const TICK_MS = 200;

function ticks(waiting: Waiting, count: number, pending: string[], countedMs = TICK_MS): void {
  for (let n = 0; n < count; n++) waiting.look(pending, countedMs);
}

test('what is pending for the whole bound is in time, and what is for a tick longer is late', () => {
  const waiting = new Waiting();
  ticks(waiting, BOUND_MS / TICK_MS, ['order-1', 'order-2']);
  waiting.look([], TICK_MS);
  expect([...waiting.late]).toEqual([]);
  ticks(waiting, BOUND_MS / TICK_MS + 1, ['order-3']);
  expect([...waiting.late]).toEqual(['order-3']);
  expect(waiting).toMatchObject({ seen: 3, longestMs: BOUND_MS + TICK_MS });
});

test('time without a store does not count, however long it is', () => {
  const waiting = new Waiting();
  ticks(waiting, BOUND_MS / TICK_MS, ['order-1']);
  ticks(waiting, 1000, ['order-1'], 0);
  expect([...waiting.late]).toEqual([]);
  waiting.look(['order-1'], TICK_MS);
  expect([...waiting.late]).toEqual(['order-1']);
});

test('what was settled and is pending again, as a further refund, is counted anew', () => {
  const waiting = new Waiting();
  ticks(waiting, 40, ['order-1']);
  waiting.look([], TICK_MS);
  ticks(waiting, 40, ['order-1']);
  expect([...waiting.late]).toEqual([]);
});
