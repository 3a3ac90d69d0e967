import type { TokenPurpose } from '@lantern/db/models/account-token';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '../shared/network.ts';
import { exceeded, tooMany } from './attempts.ts';

const HOUR_S = 60 * 60;

/**
 * Keeps the store from flooding mailboxes with links. A mailbox gets five an hour for each purpose, whether or not it
 * belongs to an account, so that a refusal reveals nothing. It locks no one out: the fifth link has arrived, and is
 * valid.
 */
export class MailLimits {
  readonly #network = new RateLimiterMemory({ keyPrefix: 'links', points: 100, duration: HOUR_S });
  readonly #mailbox = new RateLimiterMemory({ keyPrefix: 'mailbox', points: 5, duration: HOUR_S });

  constructor(private readonly enabled: boolean) {}

  /** Call before mailing a link. @throws {ShopError} TOO_MANY_REQUESTS `too_many_attempts`. */
  async beforeLink(purpose: TokenPurpose, email: string, ip: string): Promise<void> {
    if (!this.enabled) return;
    const refusal =
      (await exceeded(this.#network, networkOf(ip))) ?? (await exceeded(this.#mailbox, `${purpose} ${email}`));
    if (refusal) throw tooMany(refusal.msBeforeNext / 1000);
  }
}
