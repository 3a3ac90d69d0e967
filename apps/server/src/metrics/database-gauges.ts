import type { WithDatabase } from '@lantern/db/database';
import { Gauge, Registry } from 'prom-client';
import { KeptReading } from './kept-reading.ts';
import { MOST_COUNTED, readStoreFigures, type StoreFigures } from './store-figures.ts';

const SINGLE = {
  lantern_orders_pending_oldest_seconds: [
    'For how long the oldest order has waited for its payment.',
    (figures: StoreFigures) => figures.oldestPending,
  ],
  lantern_outbox_oldest_seconds: [
    'For how long the oldest mail has been queued, also one that is tried again.',
    (figures: StoreFigures) => figures.oldestMail,
  ],
  lantern_outbox_overdue_seconds: [
    'For how long a mail whose turn it is has not been taken.',
    (figures: StoreFigures) => figures.overdueMail,
  ],
  lantern_log_head_seq: [
    'The number of the newest entry of the activity log.',
    (figures: StoreFigures) => figures.logSeq,
  ],
} as const;

/**
 * The figures that only the database knows: they are the same for every server. Without the database they are left out, and
 * `lantern_database_up` says so.
 */
export function databaseGauges(services: WithDatabase): () => Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const reading = new KeptReading(() => readStoreFigures(services));
  const up = new Gauge({
    name: 'lantern_database_up',
    help: '1 if the database answers in time for these figures, 0 if it does not, or is away.',
    registers,
  });
  const orders = new Gauge({
    name: 'lantern_orders',
    help: `Orders by status; ${MOST_COUNTED} stands for that many or more.`,
    labelNames: ['status'],
    registers,
  });
  const mails = new Gauge({
    name: 'lantern_outbox_mails',
    help: `Mails that wait to be sent, and those that are not tried again; ${MOST_COUNTED} stands for that many or more.`,
    labelNames: ['status'],
    registers,
  });
  const single = Object.entries(SINGLE).map(([name, [help, of]]) => ({
    gauge: new Gauge({ name, help, registers }),
    of,
  }));
  return async () => {
    const figures = await reading.get();
    up.set(figures ? 1 : 0);
    if (!figures) return registry.getSingleMetricAsString('lantern_database_up');
    for (const [status, count] of figures.orders) orders.set({ status }, count);
    mails.set({ status: 'queued' }, figures.queuedMails);
    mails.set({ status: 'failed' }, figures.failedMails);
    for (const { gauge, of } of single) gauge.set(of(figures));
    return registry.metrics();
  };
}
