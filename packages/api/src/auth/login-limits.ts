import { RateLimiterMemory, RateLimiterQueue, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../shared/network.ts';
import { ShopError } from '../shared/shop-error.ts';

const QUARTER_HOUR_S = 15 * 60;
const HOUR_S = 60 * 60;

/** Beyond their share, so many tries a second of one address, or for one account; so many may wait for theirs. */
const SLOW_PER_SECOND = 2;
const MAX_WAITING = 10;
const MAX_KNOWN = 10_000;

/**
 * Slows down whoever guesses passwords or makes accounts by the hundred, and locks nobody else out by it.
 * Ten guesses at one account from one address are the end for a quarter of an hour. All else is only
 * slowed: many accounts from one address (an office, a village behind one), and one account from many. Where
 * somebody has logged in before, others' guesses do not slow them at all.
 */
export class LoginLimits {
  readonly #guesses = new RateLimiterMemory({ keyPrefix: 'guesses', points: 10, duration: QUARTER_HOUR_S });
  readonly #address = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: QUARTER_HOUR_S });
  readonly #account = new RateLimiterMemory({ keyPrefix: 'account', points: 50, duration: QUARTER_HOUR_S });
  readonly #registrations = new RateLimiterMemory({ keyPrefix: 'register', points: 300, duration: HOUR_S });
  readonly #slow = new RateLimiterQueue(
    new RateLimiterMemory({ keyPrefix: 'slow', points: SLOW_PER_SECOND, duration: 1 }),
    { maxQueueSize: MAX_WAITING },
  );
  /** Where each account has logged in; the oldest is forgotten first. */
  readonly #known = new Set<string>();

  constructor(private readonly enabled: boolean) {}

  /** Call before a password is looked at; a wrong one uses up an attempt, a right one gives it back. */
  async beforeLogin(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    const place = `${email} ${network}`;
    const refusal = await exceeded(this.#guesses, place);
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
    if (this.#known.has(place)) return;
    if (await exceeded(this.#address, network)) await this.#wait(`address ${network}`);
    if (await exceeded(this.#account, email)) await this.#wait(`account ${email}`);
  }

  async afterLogin(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    const place = `${email} ${network}`;
    await this.#guesses.delete(place);
    if (this.#known.has(place)) return;
    await this.#address.reward(network, 1);
    await this.#account.reward(email, 1);
    this.#remember(place);
  }

  async beforeRegistration(ip: string): Promise<void> {
    if (!this.enabled) return;
    const refusal = await exceeded(this.#registrations, networkOf(ip));
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
  }

  #remember(place: string): void {
    this.#known.add(place);
    const [oldest] = this.#known;
    if (this.#known.size > MAX_KNOWN && oldest) this.#known.delete(oldest);
  }

  /** @throws {ShopError} TOO_MANY_REQUESTS where too many wait already. */
  async #wait(key: string): Promise<void> {
    await this.#slow.removeTokens(1, key).catch(() => {
      throw tooMany(MAX_WAITING / SLOW_PER_SECOND);
    });
  }
}

/** Counts one try; answers when the next one is free, if this one is too much. */
async function exceeded(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

function tooMany(seconds: number): ShopError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const pause = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new ShopError('TOO_MANY_REQUESTS', `Too many attempts. Please try again in ${pause}.`, {
    reason: 'too_many_attempts',
    details: { retryAfterSeconds },
  });
}
