import { mulberry32 } from '../seed/mulberry32.ts';

/** Random numbers for one test, 0 ≤ x < 1. Prints the seed; set `TEST_SEED` to use it again. */
export function seededRandom(): () => number {
  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`TEST_SEED=${seed}`);
  return mulberry32(seed);
}
