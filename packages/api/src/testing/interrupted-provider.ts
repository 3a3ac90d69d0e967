import type { Database } from '@lantern/db/database';
import {
  type ChargeOutcome,
  type ChargeRequest,
  ProviderUnavailable,
  type RefundRequest,
} from '../payments/provider.ts';
import { SimulatedPaymentProvider } from '../payments/simulated-provider.ts';

/**
 * The simulated provider, with somebody who breaks in at a named point of a checkout: once the items
 * are reserved and before the money is asked for, or once it has moved and before the shop knows. So
 * races and crashes are tested without luck. Where it keeps silent, that is given up at once; nothing else is,
 * however busy the machine.
 */
export class InterruptedProvider extends SimulatedPaymentProvider {
  beforeCharge: () => Promise<void> = async () => undefined;
  afterCharge: () => Promise<void> = async () => undefined;
  beforeSeal: () => Promise<void> = async () => undefined;
  beforeRefund: () => Promise<void> = async () => undefined;

  constructor(database: Database, timeoutMs = 120_000) {
    super(database, timeoutMs);
  }

  protected override async pause(): Promise<void> {
    throw new ProviderUnavailable('No answer in time.');
  }

  protected override async requestCapture(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
    await this.beforeCharge();
    const outcome = await super.requestCapture(request, signal);
    await this.afterCharge();
    return outcome;
  }

  protected override async requestVoid(key: string): Promise<ChargeOutcome> {
    await this.beforeSeal();
    return super.requestVoid(key);
  }

  protected override async requestRefund(request: RefundRequest): Promise<void> {
    await this.beforeRefund();
    return super.requestRefund(request);
  }
}
