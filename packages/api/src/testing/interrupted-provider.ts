import type { Database } from '@lantern/db/database';
import {
  type ChargeOutcome,
  type ChargeRequest,
  type InCurrency,
  ProviderUnavailable,
  type RefundRequest,
} from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

/**
 * The simulated provider with hooks at named points of a checkout: after the items are reserved and before
 * the charge, or after the charge and before the store knows of it. Makes races and crashes deterministic.
 * A simulated timeout fails at once; any other request gets two minutes, however busy the machine is.
 */
export class InterruptedProvider extends SimulatedPaymentProvider {
  protected override readonly backoffMs = 1;
  beforeCharge: () => Promise<void> = async () => undefined;
  afterCharge: () => Promise<void> = async () => undefined;
  beforeVoid: () => Promise<void> = async () => undefined;
  beforeRefund: () => Promise<void> = async () => undefined;

  constructor(database: Database, timeoutMs = 120_000) {
    super(database, timeoutMs);
  }

  protected override async pause(): Promise<void> {
    throw new ProviderUnavailable('No answer in time.');
  }

  protected override async requestCapture(
    request: InCurrency<ChargeRequest>,
    signal: AbortSignal,
  ): Promise<ChargeOutcome> {
    await this.beforeCharge();
    const outcome = await super.requestCapture(request, signal);
    await this.afterCharge();
    return outcome;
  }

  protected override async requestVoid(key: string): Promise<ChargeOutcome> {
    await this.beforeVoid();
    return super.requestVoid(key);
  }

  protected override async requestRefund(request: InCurrency<RefundRequest>): Promise<void> {
    await this.beforeRefund();
    return super.requestRefund(request);
  }
}
