import { vi } from 'vitest';

/**
 * Makes password hashing cheap, because tests register hundreds of users. The real cost is
 * tested in `passwords.isolated.test.ts` and `login-cost.isolated.test.ts`.
 */
vi.mock(import('@node-rs/argon2'), async (importOriginal) => {
  const argon2 = await importOriginal();
  return {
    ...argon2,
    hash: (password, options) => argon2.hash(password, { ...options, memoryCost: 8, timeCost: 1 }),
  };
});
