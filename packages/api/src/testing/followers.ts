import { vi } from 'vitest';
import type { Services } from '../services.ts';

/** Waits until `count` streams are open and, like the process's own follower, have read the whole log. */
export function followersWaiting({ feed }: Services, count: number): Promise<void> {
  return vi.waitFor(
    () => {
      if (feed.waiting !== count + 1) throw new Error(`${feed.waiting - 1} streams are waiting, expected ${count}.`);
    },
    { timeout: 20_000, interval: 10 },
  );
}
