// @vitest-environment happy-dom
import { TRPCClientError } from '@trpc/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { followLog, type LiveState } from './follow-log.ts';

interface Line {
  onConnectionStateChange: (change: { state: string; error?: unknown }) => void;
  onError: (error: unknown) => void;
}

const { lines } = vi.hoisted(() => ({ lines: [] as Line[] }));

vi.mock('./live-client.ts', () => {
  const stream = { subscribe: (_: unknown, line: Line) => ({ unsubscribe: vi.fn(), at: lines.push(line) }) };
  return { liveClient: { admin: { activity: { stream } } } };
});

const tooMany = () =>
  TRPCClientError.from({
    error: { code: -32029, message: 'Too many.', data: { code: 'TOO_MANY_REQUESTS', reason: 'too_many_streams' } },
  });

test('who has too many live views is told so, and nothing else, until one is free or the server is away', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const states: LiveState[] = [];
  const stop = followLog(0, {
    onEntries: vi.fn(),
    onState: (state) => void (states.at(-1) !== state && states.push(state)),
    mayReturn: async () => true,
  });
  onTestFinished(stop);

  for (let tries = 1; tries <= 3; tries++) {
    expect(lines).toHaveLength(tries);
    lines.at(-1)?.onConnectionStateChange({ state: 'connecting' });
    lines.at(-1)?.onError(tooMany());
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(states).toEqual(['connecting', 'full']);

  lines.at(-1)?.onConnectionStateChange({ state: 'connecting', error: new Error('The server is away.') });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states).toEqual(['connecting', 'full', 'connecting', 'offline']);

  lines.at(-1)?.onConnectionStateChange({ state: 'pending' });
  expect(states.at(-1)).toBe('live');
});
