import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyRequest } from './every-request.ts';
import { fuzz } from './fuzz.ts';
import { heapInUse, MAX_GROWTH } from './memory.ts';
import { type FuzzStore, openFuzzStore } from './store.ts';

/** Many requests are one test: what a busy machine needs for them is no failure. */
const HANGS_MS = soak(600_000, 3_600_000);

let store: FuzzStore;
beforeAll(async () => {
  store = await openFuzzStore({ isWhole: soak(0, 1) === 1 });
});
afterAll(() => store[Symbol.asyncDispose]());

test(
  'no request makes the store fail, tell of its insides, or tell one person of another',
  async () => {
    const seed = Number(process.env.TEST_SEED ?? 14);
    console.log(`TEST_SEED=${seed}`);
    const before = heapInUse();
    // A busy machine must not fail the short form, in which nothing takes long anyway.
    const options = { requests: soak(2500, 100_000), seed, maxMs: soak(60_000, 2000) };
    const { findings, statuses } = await fuzz(store, everyRequest(store), options);
    expect(findings).toEqual([]);
    expect(statuses[200]).toBeGreaterThan(options.requests / 10);
    expect(heapInUse() - before).toBeLessThan(MAX_GROWTH);
  },
  HANGS_MS,
);
