import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@lantern/db/database';
import { ActivityFeed, followActivity } from './activity/feed.ts';
import { activityHead } from './activity/service.ts';
import { AdminStreams } from './activity/streams.ts';
import type { ActivityView } from './activity/view.ts';
import { LoginLimits } from './auth/login-limits.ts';
import { Sessions } from './auth/sessions.ts';
import { mergeGuestCart } from './cart/merge.ts';
import { forgetGuest } from './cart/owner.ts';
import { CatalogChanges } from './catalog/changes.ts';
import { CatalogCounts } from './catalog/counts.ts';
import { SearchIndex } from './catalog/search/search-index.ts';
import { followStockMoves } from './orders/stock-moves.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { SimulatedPaymentProvider } from './payments/simulated-provider.ts';
import { Calendar } from './shared/calendar.ts';
import { SECOND_MS } from './shared/dates.ts';
import type { Logger } from './shared/logger.ts';
import { RequestLimits } from './shared/request-limits.ts';

/** The process's services, created once at start. A function takes only those it needs. */
export interface Services {
  database: Database;
  sessions: Sessions;
  loginLimits: LoginLimits;
  requestLimits: RequestLimits;
  search: SearchIndex;
  counts: CatalogCounts;
  changes: CatalogChanges;
  payments: PaymentProvider;
  feed: ActivityFeed;
  streams: AdminStreams;
  /** Days in the store's time zone. */
  calendar: Calendar;
  log: Logger;
}

export interface ServiceOptions {
  /** Whether password guessing, mass registration and excessive requests are limited. */
  rateLimits: boolean;
  /** How many slowed logins of one address or account may wait; the others are refused. */
  maxWaitingLogins?: number;
  /** How often open streams are checked, in milliseconds; a changed user is checked at once. */
  streamCheckMs?: number;
  /** The store's time zone, an IANA name; UTC by default. */
  timeZone?: string;
}

/** Creates the services; `startServices` starts them. */
export function createServices(database: Database, log: Logger, options: ServiceOptions): Services {
  const { rateLimits, maxWaitingLogins, streamCheckMs, timeZone = 'UTC' } = options;
  const sessions = new Sessions(database, {
    started: (cookies, userId) => mergeGuestCart({ database }, cookies, userId),
    // Otherwise the guest cookie would still lead to a cart after the logout.
    ended: forgetGuest,
  });
  const counts = new CatalogCounts();
  const changes = new CatalogChanges();
  changes.on('all', () => counts.clear());
  // So that this process's changes show in the next response.
  database.activity.on('written', () => changes.emit('all'));
  database.orders.on('changed', () => {
    changes.pending = true;
  });
  return {
    database,
    sessions,
    loginLimits: new LoginLimits(rateLimits, maxWaitingLogins),
    requestLimits: new RequestLimits(rateLimits),
    search: new SearchIndex(),
    counts,
    changes,
    payments: new SimulatedPaymentProvider(database),
    feed: new ActivityFeed(database, log),
    streams: new AdminStreams(sessions, log, streamCheckMs),
    calendar: new Calendar(timeZone),
    log,
  };
}

/** Running services; disposing of them ends their streams and background work. */
export interface RunningServices extends AsyncDisposable {
  /** Ends the streams only, for a server that is draining. */
  endStreams(): void;
}

/** Starts following the activity log, which this process's streams and search index depend on. */
export async function startServices(services: Services): Promise<RunningServices> {
  const closing = new AbortController();
  // An index loaded after this point includes everything before it.
  const { seq } = await activityHead();
  services.feed.start();
  services.streams.start();
  const following = Promise.all([followLog(services, seq, closing.signal), followStock(services, closing.signal)]);
  return {
    endStreams: () => services.streams.stop(),
    async [Symbol.asyncDispose]() {
      services.streams.stop();
      closing.abort();
      await following;
      await services.feed.stop();
    },
  };
}

/** Applies every server's changes to this process's state; retries after a failure. */
async function followLog(services: Services, after: number, signal: AbortSignal): Promise<void> {
  let seen = after;
  await untilAborted(services, signal, 'a change in the activity log', async () => {
    for await (const { seq, entity } of followActivity(services.feed, seen, signal)) {
      await applyEntry(services, entity);
      seen = seq;
    }
  });
}

async function applyEntry({ streams, search, changes }: Services, { type, id }: ActivityView['entity']): Promise<void> {
  if (type === 'user') return streams.check();
  if (type === 'synonym') await search.refreshSynonyms();
  else if (type === 'product') await search.refresh([Number(id)]);
  else if (type === 'category') await search.refreshCategory(Number(id));
  changes.emit('all');
}

/** Announces the stock that every server's orders move. */
async function followStock(services: Services, signal: AbortSignal): Promise<void> {
  const { changes } = services;
  await untilAborted(services, signal, 'the stock', async () => {
    changes.pending = true;
    for await (const { productIds, availability, complete } of followStockMoves(services, signal)) {
      if (availability) changes.emit('all');
      else if (productIds.length > 0) changes.emit('stock', productIds);
      if (complete) changes.pending = false;
    }
  });
}

/** Runs `follow` again and again, with a pause after each failure, until `signal` aborts. */
async function untilAborted(
  { log }: Services,
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
