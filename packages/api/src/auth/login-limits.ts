import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import { networkOf } from '../shared/network.ts';
import { exceeded, tooMany } from './attempts.ts';

const QUARTER_HOUR_S = 15 * 60;
const HOUR_S = 60 * 60;

/** Beyond the free attempts: how many per second one address, or one account, gets, and how many may queue. */
const SLOW_PER_SECOND = 2;
const MAX_WAITING = 10;
const MAX_KNOWN = 10_000;

/**
 * Limits password guessing and mass registration without locking out anyone else. Ten attempts at one account
 * from one address block that pair for 15 minutes. Everything else is only slowed down: many accounts from one
 * address (an office or a carrier NAT), and one account from many addresses. Attempts by others do not slow
 * down logins from an address where the account has logged in before.
 */
export class LoginLimits {
  readonly #guesses = new RateLimiterMemory({ keyPrefix: 'guesses', points: 10, duration: QUARTER_HOUR_S });
  readonly #address = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: QUARTER_HOUR_S });
  readonly #account = new RateLimiterMemory({ keyPrefix: 'account', points: 50, duration: QUARTER_HOUR_S });
  readonly #registrations = new RateLimiterMemory({ keyPrefix: 'register', points: 300, duration: HOUR_S });
  readonly #slow: RateLimiterQueue;
  /** The account and network pairs of earlier logins; the oldest are dropped first. */
  readonly #known = new Set<string>();

  constructor(
    private readonly enabled: boolean,
    private readonly maxWaiting = MAX_WAITING,
  ) {
    const limiter = new RateLimiterMemory({ keyPrefix: 'slow', points: SLOW_PER_SECOND, duration: 1 });
    this.#slow = new RateLimiterQueue(limiter, { maxQueueSize: maxWaiting });
  }

  /** Call before checking a password; counts an attempt, which `afterLogin` gives back. */
  async beforeLogin(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    const pair = `${email} ${network}`;
    const refusal = await exceeded(this.#guesses, pair);
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
    if (this.#known.has(pair)) return;
    if (await exceeded(this.#address, network)) await this.#wait(`address ${network}`);
    if (await exceeded(this.#account, email)) await this.#wait(`account ${email}`);
  }

  async afterLogin(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    const pair = `${email} ${network}`;
    await this.#guesses.delete(pair);
    if (this.#known.has(pair)) return;
    await this.#address.reward(network, 1);
    await this.#account.reward(email, 1);
    this.#remember(pair);
  }

  /** Who has proved that the mailbox is theirs is done guessing: the new password must work at once. */
  async afterReset(email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const pair = `${email} ${networkOf(ip)}`;
    await this.#guesses.delete(pair);
    this.#remember(pair);
  }

  async beforeRegistration(ip: string): Promise<void> {
    if (!this.enabled) return;
    const refusal = await exceeded(this.#registrations, networkOf(ip));
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
  }

  #remember(pair: string): void {
    this.#known.add(pair);
    const [oldest] = this.#known;
    if (this.#known.size > MAX_KNOWN && oldest) this.#known.delete(oldest);
  }

  /** @throws {ShopError} TOO_MANY_REQUESTS if the queue is full. */
  async #wait(key: string): Promise<void> {
    await this.#slow.removeTokens(1, key).catch(() => {
      throw tooMany(this.maxWaiting / SLOW_PER_SECOND);
    });
  }
}
