import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@lantern/db/database';
import { type ChargeState, ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { duplicateColumn } from '@lantern/db/query';
import {
  type ChargeOutcome,
  type ChargeRequest,
  PaymentProvider,
  ProviderUnavailable,
  type RefundRequest,
} from './provider.ts';

const SLOW_ANSWER_MS = 3000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How each token ends up in the ledger the first time it is asked for. */
const scripts: Record<string, { state: ChargeState; declineCode?: string }> = {
  sim_ok: { state: 'captured' },
  sim_slow: { state: 'captured' },
  sim_timeout: { state: 'captured' },
  sim_error: { state: 'failed_once' },
  sim_declined: { state: 'declined', declineCode: 'card_declined' },
  sim_insufficient_funds: { state: 'declined', declineCode: 'insufficient_funds' },
};

/**
 * A payment company played by tables of its own: a ledger of charges by key, apart from the shop's
 * orders and from their transactions, as a real one would be.
 */
export class SimulatedPaymentProvider extends PaymentProvider {
  readonly name = 'simulated';

  constructor(
    private readonly database: Database,
    protected override readonly timeoutMs = 5000,
  ) {
    super();
  }

  accepts(method: string): boolean {
    return Object.hasOwn(scripts, method);
  }

  protected async requestCapture(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome> {
    if (request.method === 'sim_slow') await this.pause(SLOW_ANSWER_MS, signal);
    const { entry, failed } = await this.#enter(request);
    if (failed) throw new ProviderUnavailable('500 Internal Server Error');
    // The money is taken, and the line goes dead.
    if (request.method === 'sim_timeout') await this.pause(Number.POSITIVE_INFINITY, signal);
    return outcomeOf(entry);
  }

  /** Lets time pass without an answer; for ever, where it is told so. Rejects once nobody waits any more. */
  protected async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    await sleep(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, { signal, ref: false });
  }

  protected async requestStatus(key: string, _signal?: AbortSignal): Promise<ChargeOutcome | null> {
    const entry = await ProviderCharge.findOne({ where: { key }, raw: true });
    return entry && outcomeOf(entry);
  }

  protected async requestVoid(key: string, _signal?: AbortSignal): Promise<ChargeOutcome> {
    const closed = { key, method: 'none', amountCents: 0, state: 'voided', declineCode: 'voided' } as const;
    return this.database.transaction(async () => {
      await ProviderCharge.bulkCreate([closed], { ignoreDuplicates: true });
      const entry = await ProviderCharge.findOne({ where: { key }, lock: true, rejectOnEmpty: true });
      if (entry.state === 'failed_once') await entry.update({ state: 'voided', declineCode: 'voided' });
      return outcomeOf(entry);
    });
  }

  protected async requestRefund({ key, chargeKey, amountCents }: RefundRequest, _signal?: AbortSignal): Promise<void> {
    await this.database.transaction(async () => {
      const charge = await ProviderCharge.findOne({ where: { key: chargeKey }, lock: true });
      if (await ProviderRefund.findOne({ where: { key }, raw: true })) return;
      if (charge?.state !== 'captured' || charge.refundedCents + amountCents > charge.amountCents) {
        throw new RangeError('More than what is left of the capture cannot be refunded.');
      }
      await ProviderRefund.create({ key, chargeKey, amountCents });
      await charge.update({ refundedCents: charge.refundedCents + amountCents });
    });
  }

  /** Writes the charge into the ledger, or finds what an earlier request with this key has written. */
  async #enter({ key, method, amountCents }: ChargeRequest): Promise<{ entry: ProviderCharge; failed: boolean }> {
    const script = scripts[method];
    if (!script) throw new RangeError(`The simulated provider has no token "${method}".`);
    try {
      return await this.database.transaction(async () => {
        const known = await ProviderCharge.findOne({ where: { key }, lock: true });
        if (!known) {
          const row = { key, method, amountCents, state: script.state, declineCode: script.declineCode ?? null };
          const entry = await ProviderCharge.create(row);
          return { entry, failed: script.state === 'failed_once' };
        }
        if (known.state === 'failed_once') await known.update({ state: 'captured' });
        return { entry: known, failed: false };
      });
    } catch (error) {
      // A request with the same key was quicker by a hair: its entry is the one.
      if (duplicateColumn(error)) return this.#enter({ key, method, amountCents });
      throw error;
    }
  }
}

function outcomeOf({ state, declineCode }: ProviderCharge): ChargeOutcome {
  switch (state) {
    case 'captured':
      return { state };
    case 'failed_once':
      return { state: 'unknown' };
    case 'declined':
    case 'voided':
      return { state: 'declined', code: declineCode ?? state };
    default:
      // A state that is new in the ledger does not compile until it is told here what it means.
      return state satisfies never;
  }
}
