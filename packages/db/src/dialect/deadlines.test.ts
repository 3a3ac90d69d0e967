import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Liveness, STATEMENT_MS } from './deadlines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many milliseconds a wait for something that never comes takes. */
async function waitInVain(liveness: Liveness): Promise<number> {
  const start = Date.now();
  const waiting = liveness.wait(
    new Promise<never>(() => undefined),
    () => undefined,
    () => new Error('late'),
  );
  const ended = waiting.catch(() => Date.now() - start);
  await vi.advanceTimersByTimeAsync(60_000);
  return ended;
}

test('while the database hangs, a turn and the statement after it take less than five seconds', async () => {
  const liveness = new Liveness();
  const turn = await waitInVain(liveness);
  liveness.timedOut();
  expect(turn).toBeGreaterThan(1000);
  expect(turn + liveness.timeout(STATEMENT_MS)).toBeLessThan(5000);
});

test('while the database is known to hang, nothing waits for longer than a second', async () => {
  const liveness = new Liveness();
  await vi.advanceTimersByTimeAsync(4000);
  liveness.timedOut();
  expect(await waitInVain(liveness)).toBeLessThan(1500);
});

test('while the database serves others, a turn is waited for longer', async () => {
  const liveness = new Liveness();
  const others = setInterval(() => liveness.responded(), 1000);
  expect(await waitInVain(liveness)).toBeGreaterThan(10_000);
  clearInterval(others);
});

test('a value that comes too late is handed back', async () => {
  const liveness = new Liveness();
  const discard = vi.fn();
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('connection'), 30_000));
  const waiting = liveness.wait(late, discard, () => new Error('late')).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await waiting).toBe('late');
  expect(discard).toHaveBeenCalledWith('connection');
});
