import { setTimeout as sleep } from 'node:timers/promises';
import type { WithDatabase } from '@lantern/db/database';
import type { Logger } from '../shared/logger.ts';

/** What everything that moves money needs. */
export interface PaymentServices extends WithDatabase {
  payments: PaymentProvider;
  log: Logger;
}

/** What we ask of a provider. One `key` is one charge, however often it is asked for. */
export interface ChargeRequest {
  key: string;
  /** The provider's token for card or account; never a card number. */
  method: string;
  amountCents: number;
}

/** What became of a charge. `unknown`: nobody could tell yet; ask again by the same key. */
export type ChargeOutcome = { state: 'captured' } | { state: 'declined'; code: string } | { state: 'unknown' };

export interface RefundRequest {
  /** One key, one refund. */
  key: string;
  chargeKey: string;
  amountCents: number;
}

/** The provider failed in a way that may pass; the same key may be tried again. */
export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable';
}

const ATTEMPTS = 3;
const BACKOFF_MS = 150;

/**
 * Somebody who moves money for us. Children know how to put each question to one; this class puts a limit
 * to the time of each, and deals with silence and failure the same for all of them. The signal that a child
 * is given says that nobody waits for its answer any more. Never ask inside a transaction: no lock may wait
 * for somebody else's server.
 */
export abstract class PaymentProvider {
  abstract readonly name: string;

  /** How long one question may take, in milliseconds. */
  protected readonly timeoutMs: number = 5000;

  /** How long `capture` takes at the most, in milliseconds: a payment that nobody has touched for longer is abandoned. */
  get patienceMs(): number {
    return 2 * this.timeoutMs;
  }

  /** True for a token that this provider could have given out. */
  abstract accepts(method: string): boolean;

  /** Takes the money, or says why not. @throws {ProviderUnavailable} */
  protected abstract requestCapture(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome>;

  /** What became of an earlier charge; null when the key was never heard of. @throws {ProviderUnavailable} */
  protected abstract requestStatus(key: string, signal: AbortSignal): Promise<ChargeOutcome | null>;

  /** Closes a key unless its money has moved, and says what became of it. @throws {ProviderUnavailable} */
  protected abstract requestVoid(key: string, signal: AbortSignal): Promise<ChargeOutcome>;

  /** Gives back a part or the whole of a charge; never more than was captured. @throws {ProviderUnavailable} */
  protected abstract requestRefund(request: RefundRequest, signal: AbortSignal): Promise<void>;

  /**
   * Asks for the money, patiently: tries again after a passing failure, and after a silence asks what
   * became of it. Safe to call any number of times, and at once, with one key. Answers within `patienceMs`,
   * and `unknown` once `cancelled`.
   */
  async capture(request: ChargeRequest, cancelled?: AbortSignal): Promise<ChargeOutcome> {
    // Where nothing is to be paid, nobody is asked.
    if (request.amountCents === 0) return { state: 'captured' };
    const deadline = performance.now() + this.patienceMs;
    const left = () => deadline - performance.now();
    for (let attempt = 1; attempt <= ATTEMPTS && left() > 0; attempt++) {
      try {
        return await this.#ask((signal) => this.requestCapture(request, signal), cancelled, left());
      } catch (error) {
        if (!(error instanceof ProviderUnavailable)) throw error;
        const found = await this.#ask((signal) => this.requestStatus(request.key, signal), cancelled, left()).catch(
          () => null,
        );
        if (found && found.state !== 'unknown') return found;
        if (cancelled?.aborted) break;
        if (attempt < ATTEMPTS)
          await sleep(BACKOFF_MS * attempt, undefined, { signal: cancelled }).catch(() => undefined);
      }
    }
    return { state: 'unknown' };
  }

  /** What became of an earlier charge; null when the key was never heard of. @throws {ProviderUnavailable} */
  find(key: string, cancelled?: AbortSignal): Promise<ChargeOutcome | null> {
    return this.#ask((signal) => this.requestStatus(key, signal), cancelled);
  }

  /**
   * Closes a key for good unless its money has moved already: a request that is late finds it closed.
   * While the provider is away the answer is `unknown`, and the key as open as it was.
   */
  async void(key: string, cancelled?: AbortSignal): Promise<ChargeOutcome> {
    try {
      return await this.#ask((signal) => this.requestVoid(key, signal), cancelled);
    } catch (error) {
      if (error instanceof ProviderUnavailable) return { state: 'unknown' };
      throw error;
    }
  }

  /** Gives back a part or the whole of a charge. @throws {ProviderUnavailable} ask again later, under the same key. */
  refund(request: RefundRequest, cancelled?: AbortSignal): Promise<void> {
    return this.#ask((signal) => this.requestRefund(request, signal), cancelled);
  }

  /**
   * Every question goes through here. A child that minds no signal is no longer waited for, either.
   * @throws {ProviderUnavailable} after a silence, and when the caller has given up.
   */
  async #ask<T>(
    question: (signal: AbortSignal) => Promise<T>,
    cancelled?: AbortSignal,
    withinMs = this.timeoutMs,
  ): Promise<T> {
    if (cancelled?.aborted) throw new ProviderUnavailable('Nobody waits for the answer any more.');
    const end = new AbortController();
    const giveUp = () => end.abort();
    const timer = setTimeout(giveUp, Math.min(withinMs, this.timeoutMs));
    cancelled?.addEventListener('abort', giveUp);
    const silence = new Promise<never>((_, reject) => {
      end.signal.addEventListener('abort', () => reject(new ProviderUnavailable('No answer in time.')));
    });
    try {
      return await Promise.race([silence, question(end.signal)]);
    } finally {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', giveUp);
    }
  }
}
