import { vi } from 'vitest';

/**
 * Password hashes that cost next to nothing: tests register people by the hundred. What a real one costs is
 * looked at in `passwords.isolated.test.ts` and `login-cost.isolated.test.ts`.
 */
vi.mock(import('@node-rs/argon2'), async (importOriginal) => {
  const argon2 = await importOriginal();
  return {
    ...argon2,
    hash: (password, options) => argon2.hash(password, { ...options, memoryCost: 8, timeCost: 1 }),
  };
});
