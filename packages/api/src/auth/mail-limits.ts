import type { TokenPurpose } from '@lantern/db/models/account-token';
import { type Limiter, type LimiterOf, ownLimiter } from '../shared/limiter.ts';
import { networkOf } from '../shared/network.ts';
import { exceeded, tooMany } from './attempts.ts';
import { FairQueue } from './fair-queue.ts';

const HOUR_S = 60 * 60;

/** Beyond the free links of an address: how often it gets one, and how many may wait. */
const INTERVAL_MS = 5000;
const MAX_WAITING = 5;

/**
 * Keeps the store from flooding mailboxes with links. A mailbox gets five an hour for each purpose, whether or not it
 * belongs to an account, so that a refusal reveals nothing. It locks no one out: the fifth link has arrived, and is
 * valid. Many mailboxes from one address, as of an office, are only slowed down.
 */
export class MailLimits {
  readonly #network: Limiter;
  readonly #mailbox: Limiter;
  readonly #slow = new FairQueue(INTERVAL_MS, MAX_WAITING);

  constructor(
    private readonly enabled: boolean,
    limiterOf: LimiterOf = ownLimiter,
  ) {
    this.#network = limiterOf('links', { points: 100, duration: HOUR_S });
    this.#mailbox = limiterOf('mailbox', { points: 5, duration: HOUR_S });
  }

  /**
   * Call before mailing a link. For the owner's own mailbox in a browser where they have logged in (`isOwner`), what others
   * at the same address have asked for does not count. @throws {ShopError} TOO_MANY_REQUESTS `too_many_attempts`.
   */
  async beforeLink(purpose: TokenPurpose, email: string, ip: string, isOwner = false): Promise<void> {
    if (!this.enabled) return;
    const network = networkOf(ip);
    // First, since what is refused here must not count as a link that has arrived.
    if (!isOwner && (await exceeded(this.#network, network))) await this.#slow.wait(network, 0);
    const refusal = await exceeded(this.#mailbox, `${purpose} ${email}`);
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
  }
}
