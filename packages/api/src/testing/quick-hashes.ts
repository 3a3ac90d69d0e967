import { vi } from 'vitest';

/**
 * Makes password hashing cheap, because tests register hundreds of users. The real cost is
 * tested in `passwords.isolated.test.ts` and `login-cost.isolated.test.ts`.
 */
vi.mock(import('../auth/hash-cost.ts'), () => ({ hashCost: { memoryCost: 8, timeCost: 1, parallelism: 1 } }));
