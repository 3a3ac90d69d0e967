import { setTimeout as sleep } from 'node:timers/promises';
import type { WithDatabase } from '@lantern/db/database';
import type { Observe } from '@lantern/db/observe';
import { currency } from '@lantern/text/currency';
import type { Logger } from '../shared/logger.ts';

/** The services that moving money needs. */
export interface PaymentServices extends WithDatabase {
  payments: PaymentProvider;
  log: Logger;
}

/** One `key` is one charge, however often it is requested. */
export interface ChargeRequest {
  key: string;
  /** The provider's token for card or account; never a card number. */
  method: string;
  amountCents: number;
}

/** A request as the provider gets it: with the store's currency, ISO 4217. */
export type InCurrency<Request> = Request & { currency: string };

/** The outcome of a charge. `unknown`: not known yet; retry with the same key. */
export type ChargeOutcome = { state: 'captured' } | { state: 'declined'; code: string } | { state: 'unknown' };

export interface RefundRequest {
  /** One key is one refund. */
  key: string;
  chargeKey: string;
  amountCents: number;
}

/** A transient failure of the provider: retry with the same key. */
export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable';
}

const ATTEMPTS = 3;

/**
 * A payment provider. Subclasses implement the individual requests; this class limits the time of each, and
 * handles timeouts and failures the same way for all of them. The signal passed to a subclass aborts when its
 * answer is no longer needed. Never call it inside a transaction: no lock may be held while waiting for a
 * third party's server.
 */
export abstract class PaymentProvider {
  abstract readonly name: string;

  /** Surrounds each request to the provider, as what is asked of it: `capture`, `status`, `void` or `refund`. */
  observe: Observe = (_, work) => work();

  /** How long one request may take, in milliseconds. */
  protected readonly timeoutMs: number = 5000;

  /** How long `capture` waits before its second attempt, in milliseconds; twice as long before its third. */
  protected readonly backoffMs: number = 150;

  /** How long `capture` takes at most, in milliseconds: a payment untouched for longer is abandoned. */
  get captureTimeoutMs(): number {
    return 2 * this.timeoutMs;
  }

  /** True for a token this provider could have issued. */
  abstract accepts(method: string): boolean;

  /** Takes the money, or returns why it was declined. @throws {ProviderUnavailable} */
  protected abstract requestCapture(request: InCurrency<ChargeRequest>, signal: AbortSignal): Promise<ChargeOutcome>;

  /** The outcome of an earlier charge; null for an unknown key. @throws {ProviderUnavailable} */
  protected abstract requestStatus(key: string, signal: AbortSignal): Promise<ChargeOutcome | null>;

  /** Voids a key unless its charge was captured, and returns the outcome. @throws {ProviderUnavailable} */
  protected abstract requestVoid(key: string, signal: AbortSignal): Promise<ChargeOutcome>;

  /** Refunds part or all of a charge; never more than was captured. @throws {ProviderUnavailable} */
  protected abstract requestRefund(request: InCurrency<RefundRequest>, signal: AbortSignal): Promise<void>;

  /**
   * Takes the money: retries after a transient failure, and after a timeout looks up the outcome. Safe to
   * call repeatedly and concurrently with one key. Returns within `captureTimeoutMs`, and returns `unknown`
   * once `cancelled`.
   */
  async capture(request: ChargeRequest, cancelled?: AbortSignal): Promise<ChargeOutcome> {
    // Nothing to pay, so no request.
    if (request.amountCents === 0) return { state: 'captured' };
    const deadline = performance.now() + this.captureTimeoutMs;
    const left = () => deadline - performance.now();
    for (let attempt = 1; attempt <= ATTEMPTS && left() > 0; attempt++) {
      try {
        return await this.#call(
          'capture',
          (signal) => this.requestCapture(inCurrency(request), signal),
          cancelled,
          left(),
        );
      } catch (error) {
        if (!(error instanceof ProviderUnavailable)) throw error;
        const found = await this.#call(
          'status',
          (signal) => this.requestStatus(request.key, signal),
          cancelled,
          left(),
        ).catch(() => null);
        if (found && found.state !== 'unknown') return found;
        if (cancelled?.aborted) break;
        if (attempt < ATTEMPTS)
          await sleep(this.backoffMs * attempt, undefined, { signal: cancelled }).catch(() => undefined);
      }
    }
    return { state: 'unknown' };
  }

  /** The outcome of an earlier charge; null for an unknown key. @throws {ProviderUnavailable} */
  find(key: string, cancelled?: AbortSignal): Promise<ChargeOutcome | null> {
    return this.#call('status', (signal) => this.requestStatus(key, signal), cancelled);
  }

  /**
   * Voids a key for good unless its charge was captured already: a late capture finds it void.
   * While the provider is unavailable this returns `unknown`, and the key stays open.
   */
  async void(key: string, cancelled?: AbortSignal): Promise<ChargeOutcome> {
    try {
      return await this.#call('void', (signal) => this.requestVoid(key, signal), cancelled);
    } catch (error) {
      if (error instanceof ProviderUnavailable) return { state: 'unknown' };
      throw error;
    }
  }

  /** Refunds part or all of a charge. @throws {ProviderUnavailable} retry later with the same key. */
  refund(request: RefundRequest, cancelled?: AbortSignal): Promise<void> {
    return this.#call('refund', (signal) => this.requestRefund(inCurrency(request), signal), cancelled);
  }

  /**
   * Runs one request with its time limit, even if the subclass ignores the signal.
   * @throws {ProviderUnavailable} after a timeout, and when the caller has cancelled.
   */
  async #call<T>(
    what: string,
    request: (signal: AbortSignal) => Promise<T>,
    cancelled?: AbortSignal,
    withinMs = this.timeoutMs,
  ): Promise<T> {
    if (cancelled?.aborted) throw new ProviderUnavailable('The caller has cancelled.');
    const end = new AbortController();
    const abort = () => end.abort();
    const timer = setTimeout(abort, Math.min(withinMs, this.timeoutMs));
    cancelled?.addEventListener('abort', abort);
    const timedOut = new Promise<never>((_, reject) => {
      end.signal.addEventListener('abort', () => reject(new ProviderUnavailable('No answer in time.')));
    });
    try {
      return await this.observe(what, () => Promise.race([timedOut, request(end.signal)]));
    } finally {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', abort);
    }
  }
}

const inCurrency = <Request extends object>(request: Request): InCurrency<Request> => ({
  ...request,
  currency: currency().code,
});
