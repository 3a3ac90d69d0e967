import type { Database } from '@lantern/db/database';
import { ActivityFeed, followActivity } from './activity/feed.ts';
import { activityHead } from './activity/service.ts';
import { AdminStreams } from './activity/streams.ts';
import { LoginLimits } from './auth/login-limits.ts';
import { Sessions } from './auth/sessions.ts';
import { SearchIndex } from './catalog/search-index.ts';
import type { Shop } from './context.ts';
import { SimulatedPaymentProvider } from './payments/simulated-provider.ts';
import type { Logger } from './shared/logger.ts';

export interface ShopOptions {
  /** Whether guessing passwords and making accounts by the hundred is slowed down. */
  rateLimits: boolean;
  /** How long the payment provider may take to answer one question. */
  paymentTimeoutMs?: number;
}

/** Puts the shop together; `openShop` sets it to work. */
export function createShop(database: Database, log: Logger, { rateLimits, paymentTimeoutMs }: ShopOptions): Shop {
  const sessions = new Sessions(database);
  return {
    database,
    sessions,
    loginLimits: new LoginLimits(rateLimits),
    search: new SearchIndex(),
    payments: new SimulatedPaymentProvider(database, paymentTimeoutMs),
    feed: new ActivityFeed(database, log),
    streams: new AdminStreams(sessions, log),
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

/** What this process has to do about a change, whichever server made it. */
async function keepUp(shop: Shop, after: number, signal: AbortSignal): Promise<void> {
  for await (const { entity } of followActivity(shop.feed, after, signal)) {
    if (entity.type === 'user') await shop.streams.check();
  }
}
