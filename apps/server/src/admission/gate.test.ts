import { expect, test, vi } from 'vitest';
import { Gate, Overloaded } from './gate.ts';
import { Turn } from './turn.ts';

const stays = () => false;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('a gate lets in as many as it may, then whoever waited longest', async () => {
  const gate = new Gate({ atOnce: 2, queue: 2, queueMs: 0, patienceMs: 60_000 }, new Turn());
  const [leave] = await Promise.all([gate.enter(stays), gate.enter(stays)]);
  const order: string[] = [];
  const first = gate.enter(stays).then((leave) => {
    order.push('first');
    return leave;
  });
  const second = gate.enter(stays).then(() => order.push('second'));
  // Leaving twice frees one place.
  leave();
  leave();
  const leaveFirst = await first;
  await nextTurn();
  expect(order).toEqual(['first']);
  leaveFirst();
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('whoever does not fit into the queue is refused at once', async () => {
  const gate = new Gate({ atOnce: 2, queue: 2, queueMs: 0, patienceMs: 1000 }, new Turn());
  await Promise.all([gate.enter(stays), gate.enter(stays)]);
  const refused = [gate.enter(stays)];
  expect(gate.isFull).toBe(false);
  refused.push(gate.enter(stays));
  expect(gate.isFull).toBe(true);
  await expect(gate.enter(stays)).rejects.toThrow(Overloaded);
  for (const waiting of refused) waiting.catch(() => undefined);
});

test('nobody takes the place of a client that has gone', async () => {
  const gate = new Gate({ atOnce: 1, queue: 1, queueMs: 1000, patienceMs: 1000 }, new Turn());
  const leave = await gate.enter(stays);
  const gone = vi.fn();
  void gate.enter(() => true).then(gone, gone);
  leave();
  await gate.enter(stays);
  expect(gone).not.toHaveBeenCalled();
});

test('a wait that lasts too long is refused, and its place in the queue is free again', async () => {
  vi.useFakeTimers();
  try {
    const gate = new Gate({ atOnce: 1, queue: 1, queueMs: 0, patienceMs: 1000 }, new Turn());
    await gate.enter(stays);
    const refused = expect(gate.enter(stays)).rejects.toThrow(Overloaded);
    expect(gate.isFull).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    await refused;
    expect(gate.isFull).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('the queue is as long as what can be done in time: shorter once work takes longer', async () => {
  vi.useFakeTimers();
  try {
    const gate = new Gate({ atOnce: 1, queue: 1, queueMs: 1000, patienceMs: 60_000 }, new Turn());
    const work = async () => {
      const leave = await gate.enter(stays);
      await new Promise((resolve) => setTimeout(resolve, 100));
      leave();
    };
    const working = Array.from({ length: 40 }, work);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(working);
    await gate.enter(stays);
    let waiting = 0;
    for (; !gate.isFull; waiting++) gate.enter(stays).catch(() => undefined);
    expect(waiting).toBeGreaterThanOrEqual(9);
    expect(waiting).toBeLessThanOrEqual(12);
  } finally {
    vi.useRealTimers();
  }
});

test('once what the work needs has not answered, nobody waits for it a second time', async () => {
  vi.useFakeTimers();
  try {
    const gate = new Gate({ atOnce: 1, queue: 1, queueMs: 1000, patienceMs: 1000 }, new Turn());
    const leave = await gate.enter(stays);
    await vi.advanceTimersByTimeAsync(2500);
    const waiting = expect(gate.enter(stays)).rejects.toThrow(Overloaded);
    leave({ hasFailed: true });
    await waiting;
    // Whoever comes now tries anew; what failed at once keeps nobody waiting.
    const leaveAgain = await gate.enter(stays);
    const next = gate.enter(stays);
    leaveAgain({ hasFailed: true });
    await vi.advanceTimersByTimeAsync(10);
    (await next)();
  } finally {
    vi.useRealTimers();
  }
});
