import type { Database } from '@lantern/db/database';
import type { ActivityFeed } from './activity/feed.ts';
import type { AdminStreams } from './activity/streams.ts';
import type { LoginLimits } from './auth/login-limits.ts';
import type { Sessions } from './auth/sessions.ts';
import type { CatalogCounts } from './catalog/counts.ts';
import type { SearchIndex } from './catalog/search-index.ts';
import type { PaymentProvider } from './payments/provider.ts';
import type { Calendar } from './shared/calendar.ts';
import type { Logger } from './shared/logger.ts';
import type { RequestLimits } from './shared/request-limits.ts';

/** What the shop is made of: built once at start, handed to every service. */
export interface Shop {
  database: Database;
  sessions: Sessions;
  loginLimits: LoginLimits;
  requestLimits: RequestLimits;
  search: SearchIndex;
  counts: CatalogCounts;
  payments: PaymentProvider;
  feed: ActivityFeed;
  streams: AdminStreams;
  /** The shop's own days, and its clock for them. */
  calendar: Calendar;
  log: Logger;
}

/** Somebody who is logged in. */
export interface Viewer {
  id: number;
  email: string;
  name: string;
  role: 'customer' | 'admin';
  sessionId: string;
}

/** The cookies of one request; setting `null` deletes. `maxAgeMs` left out: until the browser closes. */
export interface Cookies {
  get(name: string): string | undefined;
  set(name: string, value: string | null, maxAgeMs?: number): void;
}

/** What one request brings along. */
export interface RequestContext {
  shop: Shop;
  requestId: string;
  ip: string;
  cookies: Cookies;
  /** Whom the page that sent this acts for: an account's id, null for a guest; left out where it does not say. */
  actingFor?: number | null;
  /** What comes again under this key, by the same person and with the same input, is done once. */
  requestKey?: string;
  /** Who is asking; looked up at most once a request, and only where somebody wants to know. */
  viewer(): Promise<Viewer | null>;
}
