import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from './dates.ts';
import type { Logger } from './logger.ts';

/** Runs `follow` again and again, with a pause after each failure, until `signal` aborts. `what` is for the log. */
export async function untilAborted(
  log: Logger,
  signal: AbortSignal,
  what: string,
  follow: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await follow();
    } catch (error) {
      log.error({ err: error }, `${what} could not be followed`);
      await sleep(SECOND_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
