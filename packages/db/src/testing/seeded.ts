import { mulberry32 } from '../seed/mulberry32.ts';

/**
 * Chance for one test, answering 0 ≤ x < 1: its seed is printed, and `TEST_SEED` takes it again.
 */
export function seededRandom(): () => number {
  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`TEST_SEED=${seed}`);
  return mulberry32(seed);
}
