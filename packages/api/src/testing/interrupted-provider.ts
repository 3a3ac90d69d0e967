import type { ChargeOutcome, ChargeRequest, RefundRequest } from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

/**
 * The simulated provider, with somebody who breaks in at a named point of a checkout: once the goods
 * are reserved and before the money is asked for, or once it has moved and before the shop knows. So
 * races and crashes are tested without luck.
 */
export class InterruptedProvider extends SimulatedPaymentProvider {
  beforeCharge: () => Promise<void> = async () => undefined;
  afterCharge: () => Promise<void> = async () => undefined;
  beforeSeal: () => Promise<void> = async () => undefined;
  beforeRefund: () => Promise<void> = async () => undefined;

  protected override async charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.beforeCharge();
    const outcome = await super.charge(request, signal);
    await this.afterCharge();
    return outcome;
  }

  protected override async seal(key: string): Promise<ChargeOutcome> {
    await this.beforeSeal();
    return super.seal(key);
  }

  override async refund(request: RefundRequest): Promise<void> {
    await this.beforeRefund();
    return super.refund(request);
  }
}
