import type { ChargeOutcome, ChargeRequest, RefundRequest } from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

type Question = 'charge' | 'lookUp' | 'seal' | 'giveBack';

/** The simulated provider on a dead line: to the questions named in `silent` it never answers, and it minds no signal. */
export class SilentProvider extends SimulatedPaymentProvider {
  readonly silent = new Set<Question>();
  /** The signal of each question that was left without an answer. */
  readonly unheard: { question: Question; signal: AbortSignal }[] = [];

  protected override async charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.#hear('charge', signal);
    return super.charge(request, signal);
  }

  protected override async lookUp(key: string, signal: AbortSignal): Promise<ChargeOutcome | null> {
    await this.#hear('lookUp', signal);
    return super.lookUp(key);
  }

  protected override async seal(key: string, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.#hear('seal', signal);
    return super.seal(key);
  }

  protected override async giveBack(request: RefundRequest, signal: AbortSignal): Promise<void> {
    await this.#hear('giveBack', signal);
    return super.giveBack(request);
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
