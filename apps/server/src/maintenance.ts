import { setTimeout as sleep } from 'node:timers/promises';
import { sweepBulkKeys } from '@lantern/api/admin/products/bulk-keys';
import { sweepGuestCarts } from '@lantern/api/cart/sweep';
import { reconcile } from '@lantern/api/checkout/reconcile';
import type { Services } from '@lantern/api/services';

/** Something that is done at the start and then again and again. It ends early once `signal` says so. */
export interface Job {
  name: string;
  /** The pause between two runs, in milliseconds. */
  everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
}

/** Jobs at work; `stop` ends their pauses at once and waits for those that are running. */
export interface Maintenance {
  stop(): Promise<void>;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What nobody waits for: payments that a crash left open, sessions, guests' carts and keys of bulk changes that have run out. */
export function jobsOf(services: Services): Job[] {
  return [
    { name: 'payments', everyMs: SECOND_MS, run: (signal) => reconcile(services, undefined, signal) },
    { name: 'sessions', everyMs: MINUTE_MS, run: () => services.sessions.sweep() },
    { name: 'carts', everyMs: 10 * MINUTE_MS, run: (signal) => sweepGuestCarts(services, signal) },
    { name: 'bulk changes', everyMs: HOUR_MS, run: () => sweepBulkKeys(services) },
  ];
}

/**
 * Sets jobs to work. None ever overlaps itself, since each pauses only after it has ended; none waits for
 * another, and one that fails is logged and tried again.
 */
export function startMaintenance(jobs: Job[], log: Services['log']): Maintenance {
  const closing = new AbortController();
  const { signal } = closing;
  const running = jobs.map(async ({ name, everyMs, run }) => {
    while (!signal.aborted) {
      try {
        await run(signal);
      } catch (error) {
        log.error({ err: error, job: name }, 'maintenance failed');
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  });
  return {
    async stop() {
      closing.abort();
      await Promise.all(running);
    },
  };
}
