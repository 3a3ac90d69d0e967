import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { expect, test } from 'vitest';
import { zipf } from './zipf.ts';

test('each rank is drawn in proportion to its popularity', () => {
  const ranks = 50;
  const draws = 200_000;
  const draw = zipf(ranks, mulberry32(7));
  const counts = new Array<number>(ranks).fill(0);
  for (let n = 0; n < draws; n++) {
    const rank = draw();
    counts[rank] = (counts[rank] ?? Number.NaN) + 1;
  }
  const harmonic = counts.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  for (const [rank, count] of counts.entries()) {
    const expected = draws / (rank + 1) / harmonic;
    // Five standard deviations.
    expect(Math.abs(count - expected), `rank ${rank}`).toBeLessThan(5 * Math.sqrt(expected));
  }
});

test('the first and the last rank are at the ends of the random numbers', () => {
  expect(zipf(10, () => 0)()).toBe(0);
  expect(zipf(10, () => 1 - 2 ** -53)()).toBe(9);
  expect(zipf(1, () => 0.5)()).toBe(0);
  expect(() => zipf(0, () => 0)).toThrow(RangeError);
});

test('the same seed draws the same ranks', () => {
  const draws = (seed: number) => Array.from({ length: 100 }, zipf(1000, mulberry32(seed)));
  expect(draws(3)).toEqual(draws(3));
  expect(draws(3)).not.toEqual(draws(4));
});
