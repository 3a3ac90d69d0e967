import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 500;

/** Starts a process as whoever watches over it does: again, so many times at most, which a busy machine may take. */
export async function persistently<T>(start: () => Promise<T>, times: number): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await start();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
