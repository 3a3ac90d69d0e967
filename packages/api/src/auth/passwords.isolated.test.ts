import { setImmediate as nextTurn } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { checkPassword, hashPassword } from './passwords.ts';

vi.mock('@node-rs/argon2', { spy: true });

test('hashes use the configured cost, and so does the check for an unknown user', async () => {
  const real = await hashPassword('correct horse');
  expect(real).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword(real, 'correct horse')).toBe('right');
  expect(await checkPassword(undefined, 'correct horse')).toBe('wrong');
  expect(verify).toHaveBeenLastCalledWith(expect.stringContaining('$m=19456,t=2,p=1$'), 'correct horse');
});

test('two hashes run at once, more are queued, and those beyond the queue are refused', async () => {
  let running = 0;
  let most = 0;
  vi.mocked(hash).mockImplementation(async () => {
    running += 1;
    most = Math.max(most, running);
    await nextTurn();
    running -= 1;
    return 'hash';
  });
  const results = await Promise.allSettled(Array.from({ length: 500 }, () => hashPassword('correct horse')));
  expect(most).toBe(2);
  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.length).toBeLessThan(150);
  expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 5 } } });
  expect(await hashPassword('correct horse')).toBe('hash');
});
