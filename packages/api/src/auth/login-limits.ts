import type { Cookies } from '../shared/cookies.ts';
import { type Limiter, type LimiterOf, ownLimiter } from '../shared/limiter.ts';
import { networkOf } from '../shared/network.ts';
import { exceeded, tooMany } from './attempts.ts';
import type { DeviceCookies } from './device-cookies.ts';
import { FairQueue } from './fair-queue.ts';

const QUARTER_HOUR_S = 15 * 60;
const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

/** Beyond the free attempts: how often one of an address, or at an account, passes, and how many may wait. */
const LOGIN_INTERVAL_MS = 500;
const MAX_WAITING_LOGINS = 10;
const REGISTRATION_INTERVAL_MS = 5000;
const MAX_WAITING_REGISTRATIONS = 5;

/** Who attempts something. */
interface Client {
  ip: string;
  cookies: Cookies;
}

/**
 * Limits password guessing and mass registration without locking out anyone else. Ten attempts at one account
 * from one address block that pair for 15 minutes. Everything else is only slowed down: many accounts from one
 * address (an office or a carrier NAT), and one account from many addresses, those with the fewest attempts first. Attempts
 * by others do not touch a browser in which the account has logged in before; it has ten wrong attempts a day of its own, after
 * which its cookie, which may be stolen, is worth nothing for a day.
 */
export class LoginLimits {
  readonly #guesses: Limiter;
  readonly #address: Limiter;
  readonly #account: Limiter;
  readonly #device: Limiter;
  readonly #registrations: Limiter;
  readonly #slowLogins: FairQueue;
  readonly #slowRegistrations = new FairQueue(REGISTRATION_INTERVAL_MS, MAX_WAITING_REGISTRATIONS);

  constructor(
    private readonly enabled: boolean,
    private readonly devices: DeviceCookies,
    maxWaiting = MAX_WAITING_LOGINS,
    limiterOf: LimiterOf = ownLimiter,
  ) {
    this.#guesses = limiterOf('guesses', { points: 10, duration: QUARTER_HOUR_S });
    this.#address = limiterOf('address', { points: 100, duration: QUARTER_HOUR_S });
    this.#account = limiterOf('account', { points: 50, duration: QUARTER_HOUR_S });
    this.#device = limiterOf('device', { points: 10, duration: DAY_S, blockDuration: DAY_S });
    this.#registrations = limiterOf('register', { points: 300, duration: HOUR_S });
    this.#slowLogins = new FairQueue(LOGIN_INTERVAL_MS, maxWaiting);
  }

  /**
   * Call before checking a password; counts an attempt. What it returns is to be called after a right password, and gives the
   * attempt back. @throws {ShopError} TOO_MANY_REQUESTS `too_many_attempts`.
   */
  async beforeLogin(email: string, client: Client): Promise<() => Promise<void>> {
    if (!this.enabled) return () => this.remember(email, client);
    const network = networkOf(client.ip);
    const device = await this.devices.tokenId(client.cookies, email);
    if (device && !(await exceeded(this.#device, device))) {
      return async () => {
        await this.#device.delete(device);
        await this.devices.remember(client.cookies, email);
      };
    }
    await this.#beforeStranger(email, network);
    return async () => {
      await this.#address.reward(network, 1);
      await this.#account.reward(email, 1);
      await this.remember(email, client);
    };
  }

  /** From now on the browser of the client counts as the account's, after a login, or a link mailed to its owner. */
  async remember(email: string, client: Client): Promise<void> {
    await this.#guesses.delete(pairOf(email, networkOf(client.ip)));
    await this.devices.remember(client.cookies, email);
  }

  /** Whether the account has logged in here before, and nobody has been guessing here. */
  async isKnown(email: string, { cookies }: Client): Promise<boolean> {
    const device = await this.devices.tokenId(cookies, email);
    const guesses = device && (await this.#device.get(device));
    return device !== null && (!guesses || guesses.remainingPoints > 0);
  }

  async beforeRegistration(ip: string): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    const refusal = await exceeded(this.#registrations, network);
    if (refusal) await this.#slowRegistrations.wait(network, 0);
  }

  async #beforeStranger(email: string, network: string): Promise<void> {
    const pair = pairOf(email, network);
    const before = await this.#guesses.get(pair);
    if (before && before.remainingPoints <= 0) throw tooMany(before.msBeforeNext / 1000);
    const attempts = before?.consumedPoints ?? 0;
    // Only what gets past it is counted for the account: an address could fill the memory with emails that it makes up.
    if (await exceeded(this.#address, network)) await this.#slowLogins.wait(`address ${network}`, attempts);
    const refusal = await exceeded(this.#guesses, pair);
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
    if (await exceeded(this.#account, email)) await this.#slowLogins.wait(`account ${email}`, attempts);
  }
}

function pairOf(email: string, network: string): string {
  return `${email} ${network}`;
}
