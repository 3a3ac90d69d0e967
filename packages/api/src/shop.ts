import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@lantern/db/database';
import { ActivityFeed, followActivity } from './activity/feed.ts';
import { activityHead } from './activity/service.ts';
import { AdminStreams } from './activity/streams.ts';
import type { ActivityView } from './activity/view.ts';
import { LoginLimits } from './auth/login-limits.ts';
import { Sessions } from './auth/sessions.ts';
import { CatalogCounts } from './catalog/counts.ts';
import { SearchIndex } from './catalog/search-index.ts';
import type { Shop } from './context.ts';
import { SimulatedPaymentProvider } from './payments/simulated-provider.ts';
import { Calendar } from './shared/calendar.ts';
import { SECOND_MS } from './shared/dates.ts';
import type { Logger } from './shared/logger.ts';
import { RequestLimits } from './shared/request-limits.ts';

export interface ShopOptions {
  /** Whether guessing passwords, making accounts by the hundred and asking without end is slowed down. */
  rateLimits: boolean;
  /** How often the open live views are checked, besides at once when a user changes. */
  streamCheckMs?: number;
  /** Whose days the shop counts in, as an IANA name; UTC if left out. */
  timeZone?: string;
}

/** Puts the shop together; `openShop` sets it to work. */
export function createShop(database: Database, log: Logger, options: ShopOptions): Shop {
  const { rateLimits, streamCheckMs, timeZone = 'UTC' } = options;
  const sessions = new Sessions(database);
  const counts = new CatalogCounts();
  // A change that this process makes shows in the very next answer.
  database.activity.on('written', () => counts.forget());
  return {
    database,
    sessions,
    loginLimits: new LoginLimits(rateLimits),
    requestLimits: new RequestLimits(rateLimits),
    search: new SearchIndex(),
    counts,
    payments: new SimulatedPaymentProvider(database),
    feed: new ActivityFeed(database, log),
    streams: new AdminStreams(sessions, log, streamCheckMs),
    calendar: new Calendar(timeZone),
    log,
  };
}

/** An open shop; disposing of it ends its streams and everything that it does by itself. */
export interface OpenShop extends AsyncDisposable {
  /** Ends the live streams only: for a server that drains. */
  endStreams(): void;
}

/** Begins to follow the activity log, which this process's streams and its search index live on. */
export async function openShop(shop: Shop): Promise<OpenShop> {
  const closing = new AbortController();
  // Where the index is loaded from here on, it already knows what came before.
  const { seq } = await activityHead();
  shop.feed.start();
  shop.streams.start();
  const following = keepUp(shop, seq, closing.signal);
  return {
    endStreams: () => shop.streams.stop(),
    async [Symbol.asyncDispose]() {
      shop.streams.stop();
      closing.abort();
      await following;
      await shop.feed.stop();
    },
  };
}

/** Does what this process has to do about every change, whichever server made it; what fails is tried again. */
async function keepUp(shop: Shop, after: number, signal: AbortSignal): Promise<void> {
  for (let seen = after; !signal.aborted; ) {
    try {
      for await (const { seq, entity } of followActivity(shop.feed, seen, signal)) {
        await react(shop, entity);
        seen = seq;
      }
    } catch (error) {
      shop.log.error({ err: error }, 'a change in the activity log could not be followed');
      await sleep(SECOND_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function react({ streams, search, counts }: Shop, { type, id }: ActivityView['entity']): Promise<void> {
  if (type === 'user') return streams.check();
  if (type === 'synonym') return search.refreshSynonyms();
  counts.forget();
  if (type === 'product') await search.refresh([Number(id)]);
  else if (type === 'category') await search.refreshShelf(Number(id));
}
