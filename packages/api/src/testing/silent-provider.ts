import type { ChargeOutcome, ChargeRequest, InCurrency, RefundRequest } from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

type ProviderRequest = 'requestCapture' | 'requestStatus' | 'requestVoid' | 'requestRefund';

/** The simulated provider without answers: requests named in `silent` never resolve and ignore their signal. */
export class SilentProvider extends SimulatedPaymentProvider {
  protected override readonly backoffMs = 1;
  readonly silent = new Set<ProviderRequest>();
  /** The requests that got no answer, with their signals. */
  readonly unanswered: { name: ProviderRequest; signal: AbortSignal }[] = [];

  protected override async requestCapture(
    request: InCurrency<ChargeRequest>,
    signal: AbortSignal,
  ): Promise<ChargeOutcome> {
    await this.#holdIfSilent('requestCapture', signal);
    return super.requestCapture(request, signal);
  }

  protected override async requestStatus(key: string, signal: AbortSignal): Promise<ChargeOutcome | null> {
    await this.#holdIfSilent('requestStatus', signal);
    return super.requestStatus(key);
  }

  protected override async requestVoid(key: string, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.#holdIfSilent('requestVoid', signal);
    return super.requestVoid(key);
  }

  protected override async requestRefund(request: InCurrency<RefundRequest>, signal: AbortSignal): Promise<void> {
    await this.#holdIfSilent('requestRefund', signal);
    return super.requestRefund(request);
  }

  /** Answers the held requests and all later ones. */
  answer: () => void = () => undefined;
  readonly #resumed = new Promise<void>((resolve) => {
    this.answer = () => {
      this.silent.clear();
      resolve();
    };
  });

  async #holdIfSilent(name: ProviderRequest, signal: AbortSignal): Promise<void> {
    if (!this.silent.has(name)) return;
    this.unanswered.push({ name, signal });
    await this.#resumed;
  }
}
