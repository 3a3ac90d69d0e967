import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@lantern/db/database';
import { type ChargeState, ProviderCharge } from '@lantern/db/models/provider-charge';
import { ProviderRefund } from '@lantern/db/models/provider-refund';
import { currency } from '@lantern/text/currency';
import {
  type ChargeOutcome,
  type ChargeRequest,
  type InCurrency,
  PaymentProvider,
  ProviderUnavailable,
  type RefundRequest,
} from './provider.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What the ledger says about a charge. */
type LedgerEntry = Pick<ProviderCharge, 'state' | 'declineCode'>;

/** What the first charge with each token enters in the ledger. */
const scripts: Record<string, { state: ChargeState; declineCode?: string }> = {
  sim_ok: { state: 'captured' },
  sim_slow: { state: 'captured' },
  sim_timeout: { state: 'captured' },
  sim_error: { state: 'failed_once' },
  sim_declined: { state: 'declined', declineCode: 'card_declined' },
  sim_insufficient_funds: { state: 'declined', declineCode: 'insufficient_funds' },
};

/**
 * A payment provider simulated by its own tables: a ledger of charges by key, separate from the store's
 * orders and their transactions, as with a real provider.
 */
export class SimulatedPaymentProvider extends PaymentProvider {
  readonly name = 'simulated';

  constructor(
    private readonly database: Database,
    protected override readonly timeoutMs = 5000,
    /** How long the answer to `sim_slow` takes, in milliseconds. */
    private readonly slowAnswerMs = 3000,
  ) {
    super();
  }

  accepts(method: string): boolean {
    return Object.hasOwn(scripts, method);
  }

  protected async requestCapture(request: InCurrency<ChargeRequest>, signal: AbortSignal): Promise<ChargeOutcome> {
    if (request.method === 'sim_slow') await this.pause(this.slowAnswerMs, signal);
    const { entry, failed } = await this.#enter(request);
    if (failed) throw new ProviderUnavailable('500 Internal Server Error');
    // The money is taken, but the answer never arrives.
    if (request.method === 'sim_timeout') await this.pause(Number.POSITIVE_INFINITY, signal);
    return outcomeOf(entry);
  }

  /** Delays the answer, with `Infinity` forever. Rejects once the caller has cancelled. */
  protected async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    await sleep(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, { signal, ref: false });
  }

  protected async requestStatus(key: string, _signal?: AbortSignal): Promise<ChargeOutcome | null> {
    const entry = await ProviderCharge.findOne({ where: { key }, raw: true });
    return entry && outcomeOf(entry);
  }

  protected async requestVoid(key: string, _signal?: AbortSignal): Promise<ChargeOutcome> {
    const nothing = { method: 'none', amountCents: 0, currency: currency().code };
    const voided = { key, ...nothing, state: 'voided', declineCode: 'voided' } as const;
    return this.database.transaction(async () => {
      await ProviderCharge.bulkCreate([voided], { ignoreDuplicates: true });
      const entry = await ProviderCharge.findOne({ where: { key }, lock: true, rejectOnEmpty: true });
      if (entry.state === 'failed_once') await entry.update({ state: 'voided', declineCode: 'voided' });
      return outcomeOf(entry);
    });
  }

  protected async requestRefund(request: InCurrency<RefundRequest>, _signal?: AbortSignal): Promise<void> {
    const { key, chargeKey, amountCents } = request;
    await this.database.transaction(async () => {
      const charge = await ProviderCharge.findOne({ where: { key: chargeKey }, lock: true });
      if (await ProviderRefund.findOne({ where: { key }, raw: true })) return;
      if (charge) refuseOther(charge, request);
      if (charge?.state !== 'captured' || charge.refundedCents + amountCents > charge.amountCents) {
        throw new RangeError('A refund cannot exceed what is left of the captured amount.');
      }
      await ProviderRefund.create({ key, chargeKey, amountCents });
      await charge.update({ refundedCents: charge.refundedCents + amountCents });
    });
  }

  /** Enters the charge in the ledger, or finds the entry of an earlier request with this key. */
  async #enter(request: InCurrency<ChargeRequest>): Promise<{ entry: LedgerEntry; failed: boolean }> {
    const { key, method, amountCents } = request;
    const script = scripts[method];
    if (!script) throw new RangeError(`The simulated provider has no token "${method}".`);
    const { state, declineCode = null } = script;
    const { dialect } = this.database;
    const now = new Date();
    const { affectedRows } = await this.database.transaction(() =>
      this.database.execute(
        `INSERT INTO provider_charges (\`key\`, method, amountCents, currency, state, declineCode, createdAt, updatedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ${dialect.unlessPresent}`,
        [key, method, amountCents, request.currency, state, declineCode, now, now],
      ),
    );
    if (affectedRows === 0) return { entry: await this.#repeat(request), failed: false };
    return { entry: { state, declineCode }, failed: state === 'failed_once' };
  }

  /** The entry of an earlier request; if that failed, this one succeeds. */
  #repeat(request: InCurrency<ChargeRequest>): Promise<ProviderCharge> {
    return this.database.transaction(async () => {
      const known = await ProviderCharge.findOne({ where: { key: request.key }, lock: true, rejectOnEmpty: true });
      refuseOther(known, request);
      return known.state === 'failed_once' ? known.update({ state: 'captured' }) : known;
    });
  }
}

/** @throws {RangeError} for an amount in another currency than that of the charge. */
function refuseOther(charge: ProviderCharge, { currency }: InCurrency<object>): void {
  if (charge.currency !== currency) throw new RangeError(`This charge is in ${charge.currency}, not in ${currency}.`);
}

function outcomeOf({ state, declineCode }: LedgerEntry): ChargeOutcome {
  switch (state) {
    case 'captured':
      return { state };
    case 'failed_once':
      return { state: 'unknown' };
    case 'declined':
    case 'voided':
      return { state: 'declined', code: declineCode ?? state };
    default:
      // A new ledger state fails to compile until it is handled here.
      return state satisfies never;
  }
}
