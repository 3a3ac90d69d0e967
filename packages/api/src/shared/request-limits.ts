import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './network.ts';
import { ShopError } from './shop-error.ts';

const MINUTE_S = 60;

/** How often one address may ask in a minute: far more than a person does, or a house full of them. */
const perMinute = { read: 3000, search: 600, change: 600 };

/** What a request counts as. */
export type RequestKind = keyof typeof perMinute;

/** Keeps one address from taking the whole store for itself. */
export class RequestLimits {
  readonly #limiters: Record<RequestKind, RateLimiterMemory>;

  constructor(private readonly enabled: boolean) {
    const limiter = (keyPrefix: RequestKind) =>
      new RateLimiterMemory({ keyPrefix, points: perMinute[keyPrefix], duration: MINUTE_S });
    this.#limiters = { read: limiter('read'), search: limiter('search'), change: limiter('change') };
  }

  /** Counts one request. @throws {ShopError} TOO_MANY_REQUESTS, which says when to come back. */
  async take(kind: RequestKind, ip: string): Promise<void> {
    if (!this.enabled) return;
    try {
      await this.#limiters[kind].consume(networkOf(ip));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new ShopError('TOO_MANY_REQUESTS', 'Too many requests. Please try again in a minute.', {
        reason: 'too_many_requests',
        details: { retryAfterSeconds },
      });
    }
  }
}
