import type { Database } from '@lantern/db/database';
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

/** Puts the shop together. */
export function createShop(database: Database, log: Logger, { rateLimits, paymentTimeoutMs }: ShopOptions): Shop {
  return {
    database,
    sessions: new Sessions(database),
    loginLimits: new LoginLimits(rateLimits),
    search: new SearchIndex(),
    payments: new SimulatedPaymentProvider(database, paymentTimeoutMs),
    log,
  };
}
