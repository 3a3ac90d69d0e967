import { RateLimiterRes } from 'rate-limiter-flexible';
import { type Limiter, type LimiterOf, ownLimiter } from './limiter.ts';
import { networkOf } from './network.ts';
import { ShopError } from './shop-error.ts';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** Requests per address: far more than a person or a whole household sends. */
const limits = {
  read: { points: 3000, duration: MINUTE_S },
  search: { points: 600, duration: MINUTE_S },
  change: { points: 600, duration: MINUTE_S },
  /** A guest's first item creates a row that is kept for weeks. */
  guestCart: { points: 300, duration: HOUR_S },
  /** Guests can be new each time, so somebody trying stolen cards would be one. */
  guestOrder: { points: 300, duration: HOUR_S },
  /** Each may cause a mail, and anybody's email can be typed. */
  guestMailbox: { points: 60, duration: HOUR_S },
  /** Of what a page's policy has stopped: each may be a line in the log. */
  report: { points: 60, duration: MINUTE_S },
  /** A wish is kept for a year, and causes a mail. */
  wish: { points: 100, duration: HOUR_S },
  wishMailbox: { points: 20, duration: HOUR_S },
};

/** The limit that a request counts towards. */
export type RequestKind = keyof typeof limits;

/** Keeps one address from taking up the whole server. */
export class RequestLimits {
  readonly #limiters: Record<RequestKind, Limiter>;

  constructor(
    readonly enabled: boolean,
    limiterOf: LimiterOf = ownLimiter,
  ) {
    const limiter = (kind: RequestKind) => limiterOf(kind, limits[kind]);
    this.#limiters = {
      read: limiter('read'),
      search: limiter('search'),
      change: limiter('change'),
      guestCart: limiter('guestCart'),
      guestOrder: limiter('guestOrder'),
      guestMailbox: limiter('guestMailbox'),
      report: limiter('report'),
      wish: limiter('wish'),
      wishMailbox: limiter('wishMailbox'),
    };
  }

  /** Counts one request of an address, or of who else sent it. @throws {ShopError} TOO_MANY_REQUESTS with `retryAfterSeconds`. */
  take(kind: RequestKind, sender: string): Promise<void> {
    return this.#consume(kind, networkOf(sender));
  }

  /** Counts a guest's checkout, of an address and of a mailbox. @throws like `take`. */
  async takeGuestOrder(ip: string, email: string): Promise<void> {
    await this.take('guestOrder', ip);
    await this.#consume('guestMailbox', email);
  }

  /** Counts a wish to hear of something, of an address and of a mailbox. @throws like `take`. */
  async takeWish(ip: string, email: string): Promise<void> {
    await this.take('wish', ip);
    await this.#consume('wishMailbox', email);
  }

  async #consume(kind: RequestKind, key: string): Promise<void> {
    if (!this.enabled) return;
    try {
      await this.#limiters[kind].consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const minutes = Math.ceil(retryAfterSeconds / MINUTE_S);
      const pause = minutes === 1 ? 'a minute' : `${minutes} minutes`;
      throw new ShopError('TOO_MANY_REQUESTS', `Too many requests. Please try again in ${pause}.`, {
        reason: 'too_many_requests',
        details: { retryAfterSeconds },
      });
    }
  }
}
