import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ShopError } from '../shared/shop-error.ts';

const QUARTER_HOUR_S = 15 * 60;
const HOUR_S = 60 * 60;

/** Slows down whoever guesses passwords or makes accounts by the hundred. */
export class LoginLimits {
  readonly #mailbox = new RateLimiterMemory({ keyPrefix: 'mailbox', points: 10, duration: QUARTER_HOUR_S });
  readonly #address = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: QUARTER_HOUR_S });
  readonly #registrations = new RateLimiterMemory({ keyPrefix: 'register', points: 300, duration: HOUR_S });

  constructor(private readonly enabled: boolean) {}

  /** Call before a password is looked at; a wrong one uses up an attempt, a right one gives it back. */
  async beforeLogin(email: string, ip: string): Promise<void> {
    await this.#take(this.#address, ip);
    await this.#take(this.#mailbox, `${email} ${ip}`);
  }

  async afterLogin(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    await this.#mailbox.delete(`${email} ${ip}`);
    await this.#address.reward(ip, 1);
  }

  beforeRegistration(ip: string): Promise<void> {
    return this.#take(this.#registrations, ip);
  }

  /** @throws {ShopError} TOO_MANY_REQUESTS, which says when to come back. */
  async #take(limiter: RateLimiterMemory, key: string): Promise<void> {
    if (!this.enabled) return;
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const minutes = Math.ceil(retryAfterSeconds / 60);
      const pause = minutes === 1 ? 'a minute' : `${minutes} minutes`;
      throw new ShopError('TOO_MANY_REQUESTS', `Too many attempts. Please try again in ${pause}.`, {
        reason: 'too_many_attempts',
        details: { retryAfterSeconds },
      });
    }
  }
}
