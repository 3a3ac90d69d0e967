import { expect, test, vi } from 'vitest';
import { nothingCommitted, signerOf } from '../testing/limit-store.ts';
import { SharedState } from './shared-state.ts';

vi.mock('ioredis', () => {
  throw new Error('The client of Redis has been loaded.');
});

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a store without Redis does not load its client', async () => {
  await import('../services.ts');
  await using alone = new SharedState(null, quiet);
  await alone.open(nothingCommitted());
  await alone.limiter('guesses', { points: 1, duration: 1 }).consume('ada');
  expect(await alone.streams.take('1', 5)).not.toBeNull();
  const shared = new SharedState('redis://127.0.0.1:1', quiet, { signer: signerOf() });
  await expect(shared.open(nothingCommitted())).rejects.toThrow();
});
