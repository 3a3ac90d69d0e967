import { setImmediate as nextTurn } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { hashPassword } from './passwords.ts';

vi.mock('@node-rs/argon2', { spy: true });

test('few hashes are made at once, many wait, and more than that are told to come back', async () => {
  let atOnce = 0;
  let most = 0;
  vi.mocked(hash).mockImplementation(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await nextTurn();
    atOnce -= 1;
    return 'hash';
  });
  const answers = await Promise.allSettled(Array.from({ length: 500 }, () => hashPassword('correct horse')));
  expect(most).toBe(2);
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.length).toBeLessThan(150);
  expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 5 } } });
  expect(await hashPassword('correct horse')).toBe('hash');
});
