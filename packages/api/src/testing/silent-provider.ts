import type { ChargeOutcome, ChargeRequest, RefundRequest } from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

type Question = 'requestCapture' | 'requestStatus' | 'requestVoid' | 'requestRefund';

/** The simulated provider on a dead line: to the questions named in `silent` it never answers, and it minds no signal. */
export class SilentProvider extends SimulatedPaymentProvider {
  readonly silent = new Set<Question>();
  /** The signal of each question that was left without an answer. */
  readonly unheard: { question: Question; signal: AbortSignal }[] = [];

  protected override async requestCapture(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.#hear('requestCapture', signal);
    return super.requestCapture(request, signal);
  }

  protected override async requestStatus(key: string, signal: AbortSignal): Promise<ChargeOutcome | null> {
    await this.#hear('requestStatus', signal);
    return super.requestStatus(key);
  }

  protected override async requestVoid(key: string, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.#hear('requestVoid', signal);
    return super.requestVoid(key);
  }

  protected override async requestRefund(request: RefundRequest, signal: AbortSignal): Promise<void> {
    await this.#hear('requestRefund', signal);
    return super.requestRefund(request);
  }

  /** Answers from now on, and what is still open, too. */
  answer: () => void = () => undefined;
  readonly #answering = new Promise<void>((resolve) => {
    this.answer = () => {
      this.silent.clear();
      resolve();
    };
  });

  async #hear(question: Question, signal: AbortSignal): Promise<void> {
    if (!this.silent.has(question)) return;
    this.unheard.push({ question, signal });
    await this.#answering;
  }
}
