import { vi } from 'vitest';
import type { Services } from '../services.ts';

/** Waits until `count` live views are open and have, as the shop itself, read all that is in the log. */
export function followersWaiting({ feed }: Services, count: number): Promise<void> {
  return vi.waitFor(
    () => {
      if (feed.waiting !== count + 1) throw new Error(`${feed.waiting - 1} live views wait, and not ${count}.`);
    },
    { timeout: 20_000, interval: 10 },
  );
}
