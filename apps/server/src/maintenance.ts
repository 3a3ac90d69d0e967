import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendHead } from '@lantern/api/activity/send-head';
import { keepFigures } from '@lantern/api/admin/dashboard/figures';
import { sweepBulkKeys } from '@lantern/api/admin/products/bulk/bulk-keys';
import { sweepTokens } from '@lantern/api/auth/account-tokens';
import { sweepGuestCarts } from '@lantern/api/cart/sweep';
import { issueDueInvoices } from '@lantern/api/invoices/issue';
import { sweepMails } from '@lantern/api/outbox/sweep';
import { mailRestockWishes } from '@lantern/api/restock/mail-wishes';
import { sweepWishes } from '@lantern/api/restock/sweep';
import type { Services } from '@lantern/api/services';
import { reconcile } from '@lantern/api/settlement/reconcile';

/** A job that runs at the start and then repeatedly. A run ends early when `signal` is aborted. */
export interface Job {
  name: string;
  /** The delay between two runs, in milliseconds. */
  everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
  /** Calls `wake` whenever there is work that should not wait for the next run. */
  onWork?(wake: () => void): void;
}

/** Running jobs; `stop` ends their delays at once and waits for those that are running. */
export interface Maintenance {
  stop(): Promise<void>;
}

/** How soon after it was woken a job runs, in milliseconds: what is left for it meanwhile is done in the same run. */
const WAKE_MS = 200;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The background jobs: settling payments that a crash left open, issuing invoices, writing to those who wait for something,
 * sending on the head of the activity log, counting the dashboard's days, and deleting what has expired.
 */
export function jobsOf(services: Services): Job[] {
  return [
    { name: 'payments', everyMs: SECOND_MS, run: (signal) => reconcile(services, undefined, signal) },
    {
      name: 'invoices',
      everyMs: 5 * SECOND_MS,
      run: (signal) => issueDueInvoices(services, signal),
      onWork: (wake) => services.database.invoicing.on('due', wake),
    },
    {
      name: 'restock mails',
      everyMs: 5 * SECOND_MS,
      run: (signal) => mailRestockWishes(services, signal),
      onWork: (wake) => services.database.activity.on('written', wake),
    },
    { name: 'log head', everyMs: 10 * MINUTE_MS, run: () => sendHead(services) },
    { name: 'sessions', everyMs: MINUTE_MS, run: () => services.sessions.sweep() },
    { name: 'account tokens', everyMs: HOUR_MS, run: () => sweepTokens(services) },
    { name: 'carts', everyMs: 10 * MINUTE_MS, run: (signal) => sweepGuestCarts(services, signal) },
    { name: 'figures', everyMs: 10 * MINUTE_MS, run: (signal) => keepFigures(services, signal) },
    { name: 'mails', everyMs: HOUR_MS, run: (signal) => sweepMails(services, signal) },
    { name: 'restock wishes', everyMs: HOUR_MS, run: (signal) => sweepWishes(services, signal) },
    { name: 'bulk changes', everyMs: HOUR_MS, run: () => sweepBulkKeys(services) },
  ];
}

/**
 * Starts jobs. A job never overlaps itself, since its delay begins when a run ends, and jobs do not wait for each
 * other. A failed run is logged, and the job runs again.
 */
export function startMaintenance(jobs: Job[], log: Services['log']): Maintenance {
  const closing = new AbortController();
  const { signal } = closing;
  // Each job listens, and each payment that is being asked about: more than the ten that Node takes for a leak.
  setMaxListeners(0, signal);
  const running = jobs.map(async ({ name, everyMs, run, onWork }) => {
    let delay = new AbortController();
    // With a reason of its own, no error with a stack is made for each order.
    onWork?.(() => delay.abort('work'));
    signal.addEventListener('abort', () => delay.abort());
    while (!signal.aborted) {
      // Before the run, so that what it comes too late for wakes it again.
      delay = new AbortController();
      try {
        await run(signal);
      } catch (error) {
        log.error({ err: error, job: name }, 'maintenance failed');
      }
      if (signal.aborted) return;
      const woken = await sleep(everyMs, false, { signal: delay.signal }).catch(() => true);
      if (woken) await sleep(WAKE_MS, undefined, { signal }).catch(() => undefined);
    }
  });
  return {
    async stop() {
      closing.abort();
      await Promise.all(running);
    },
  };
}
