import { setTimeout as sleep } from 'node:timers/promises';

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
 * Somebody who moves money for us. Children know how to talk to one; this class knows how to deal
 * with silence and failure, the same for all of them.
 */
export abstract class PaymentProvider {
  abstract readonly name: string;

  /** How long one question may take, in milliseconds. */
  protected readonly timeoutMs: number = 5000;

  /** True for a token that this provider could have given out. */
  abstract accepts(method: string): boolean;

  /** Takes the money, or says why not. @throws {ProviderUnavailable} */
  protected abstract charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome>;

  /** What became of an earlier charge; null when the key was never heard of. */
  abstract find(key: string): Promise<ChargeOutcome | null>;

  /** Closes a key unless its money has moved, and says what became of it. @throws {ProviderUnavailable} */
  protected abstract seal(key: string): Promise<ChargeOutcome>;

  /** Gives back a part or the whole of a charge; never more than was captured. @throws {ProviderUnavailable} */
  abstract refund(request: RefundRequest): Promise<void>;

  /**
   * Asks for the money, patiently: tries again after a passing failure, and after a silence asks what
   * became of it. Safe to call any number of times, and at once, with one key. Never call it inside a
   * transaction: no lock may wait for somebody else's server.
   */
  async collect(request: ChargeRequest): Promise<ChargeOutcome> {
    // Where nothing is to be paid, nobody is asked.
    if (request.amountCents === 0) return { state: 'captured' };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return await this.#chargeInTime(request);
      } catch (error) {
        if (!(error instanceof ProviderUnavailable)) throw error;
        const found = await this.find(request.key).catch(() => null);
        if (found && found.state !== 'unknown') return found;
        if (attempt < ATTEMPTS) await sleep(BACKOFF_MS * attempt);
      }
    }
    return { state: 'unknown' };
  }

  /**
   * Closes a key for good unless its money has moved already: a request that is late finds it closed.
   * While the provider is away the answer is `unknown`, and the key as open as it was.
   */
  async close(key: string): Promise<ChargeOutcome> {
    try {
      return await this.seal(key);
    } catch (error) {
      if (error instanceof ProviderUnavailable) return { state: 'unknown' };
      throw error;
    }
  }

  async #chargeInTime(request: ChargeRequest): Promise<ChargeOutcome> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    const silence = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new ProviderUnavailable('No answer in time.')));
    });
    return Promise.race([this.charge(request, signal), silence]);
  }
}
