import { createHmac, randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, vi } from 'vitest';
import { type RedisServer, startRedis } from '../../../../scripts/lib/redis.mjs';
import { MINUTE_MS } from '../shared/dates.ts';
import { type LimiterOf, ownLimiter } from '../shared/limiter.ts';
import { SharedState } from '../shared-state/shared-state.ts';

/** Requests that follow on each other in one attempt at a login are fewer. */
const ROUND_TRIPS = 12;
/** Less than a turn of those who wait. */
const STEP_MS = 100;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Where limits count, and the time there, which a test lets pass. */
export interface LimitStore extends AsyncDisposable {
  limiterOf: LimiterOf;
  /** Lets so many milliseconds pass, in steps, after each of which all that can go on has gone on. */
  elapse(ms: number): Promise<void>;
}

/** A signer with a key of its own, as every store has one. */
export function signerOf(key: string = randomUUID()) {
  return {
    sign: async (parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url'),
  };
}

/** Nothing is committed here. */
export const nothingCommitted = () => ({
  activity: new EventEmitter<{ written: [number] }>(),
  stock: new EventEmitter<{ moved: [number[]] }>(),
});

const closed: LimitStore = {
  limiterOf: ownLimiter,
  elapse: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** Resolves when Redis answers: on a busy machine, that may take longer than a start waits for it. */
export function isShared(state: SharedState): Promise<void> {
  return vi.waitFor(
    () => {
      if (!state.isShared) throw new Error('Redis does not answer.');
    },
    { timeout: MINUTE_MS, interval: 5 },
  );
}

/** Counters in the process. */
async function storeInMemory(): Promise<LimitStore> {
  return {
    ...closed,
    async elapse(ms) {
      await vi.advanceTimersByTimeAsync(ms);
    },
  };
}

/** Counters in a Redis server, as of a store that is new there. */
async function storeInRedis(url: string): Promise<LimitStore> {
  // A busy machine must not count for a Redis that is away.
  const state = new SharedState(url, quiet, { signer: signerOf(), commandMs: MINUTE_MS });
  await state.open(nothingCommitted());
  await isShared(state);
  const others = state.limiter('others', { points: 1, duration: 1 });
  const settle = async () => {
    for (let trip = 0; trip < ROUND_TRIPS; trip++) await others.get('');
  };
  return {
    limiterOf: state.limiter,
    async elapse(ms) {
      await settle();
      for (let left = ms; left > 0; left -= STEP_MS) {
        await vi.advanceTimersByTimeAsync(Math.min(left, STEP_MS));
        await settle();
      }
    },
    [Symbol.asyncDispose]: () => state[Symbol.asyncDispose](),
  };
}

/** Lets time pass until the work is done; returns how many milliseconds that took. */
export async function timed({ elapse }: LimitStore, work: Promise<unknown>): Promise<number> {
  const start = Date.now();
  let end = Number.NaN;
  const done = work.finally(() => {
    end = Date.now();
  });
  // Whoever asks for the result below hears of a failure.
  done.catch(() => undefined);
  await elapse(0);
  for (let passed = 0; Number.isNaN(end) && passed < 10 * MINUTE_MS; passed += STEP_MS) await elapse(STEP_MS);
  await done;
  return end - start;
}

/** Runs tests of limits twice: with counters in the process, and in a Redis server. `current` is the store of the test that runs. */
export function onEachStore(tests: (current: { store: LimitStore }) => void): void {
  describe('with counters in the process', () => tests(newForEach(storeInMemory)));
  describe('with counters in Redis', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.stop());
    tests(newForEach(() => storeInRedis(redis.url)));
  });
}

function newForEach(open: () => Promise<LimitStore>): { store: LimitStore } {
  const current = { store: closed };
  beforeEach(async () => {
    current.store = await open();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await current.store[Symbol.asyncDispose]();
  });
  return current;
}
