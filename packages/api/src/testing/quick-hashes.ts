import { vi } from 'vitest';

/**
 * Password hashes that cost next to nothing: tests register people by the hundred, and only
 * `auth.db.test.ts` is about what a hash costs, with a mock of its own.
 */
vi.mock(import('@node-rs/argon2'), async (importOriginal) => {
  const argon2 = await importOriginal();
  return {
    ...argon2,
    hash: (password, options) => argon2.hash(password, { ...options, memoryCost: 8, timeCost: 1 }),
  };
});
