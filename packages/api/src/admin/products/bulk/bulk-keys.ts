import { createHash } from 'node:crypto';
import type { WithDatabase } from '@lantern/db/database';
import { BulkChange } from '@lantern/db/models/bulk-change';
import { duplicateColumn, Op } from '@lantern/db/query';
import { ago, DAY_MS } from '../../../shared/dates.ts';
import { ShopError } from '../../../shared/shop-error.ts';
import type { BulkUpdate } from '../schema.ts';

const LIFETIME_MS = 30 * DAY_MS;

/** Deletes keys too old to be retried. Returns how many there were. */
export function sweepBulkKeys({ database }: WithDatabase): Promise<number> {
  const where = { createdAt: { [Op.lt]: ago(LIFETIME_MS) } };
  return database.transaction(() => BulkChange.destroy({ where }));
}

/**
 * How many products the change with this key has changed; null if the key is new or missing.
 * @throws {ShopError} CONFLICT `idempotency_key_reused` if the key belongs to another change.
 */
export async function previousResult(input: BulkUpdate): Promise<number | null> {
  const { idempotencyKey } = input;
  if (idempotencyKey === undefined) return null;
  const earlier = await BulkChange.findOne({ where: { idempotencyKey }, raw: true });
  if (!earlier) return null;
  if (earlier.payloadHash !== hashOf(input)) throw reused();
  return earlier.changedCount;
}

/** Records the result for retries. @throws {ShopError} as above, if a concurrent change took the key. */
export async function recordKey(input: BulkUpdate, changedCount: number): Promise<void> {
  const { idempotencyKey } = input;
  if (idempotencyKey === undefined) return;
  await BulkChange.create({ idempotencyKey, payloadHash: hashOf(input), changedCount }).catch((error: unknown) => {
    throw duplicateColumn(error) === 'idempotencyKey' ? reused() : error;
  });
}

function hashOf({ products, change }: BulkUpdate): string {
  const versions = products.map(({ id, version = null }) => [id, version]);
  return createHash('sha256')
    .update(JSON.stringify([versions, change.kind, amountIn(change)]))
    .digest('hex');
}

function amountIn(change: BulkUpdate['change']): string | number {
  if (change.kind === 'status') return change.status;
  if (change.kind === 'price') return change.percent;
  return change.kind === 'price_by' ? change.byCents : change.priceCents;
}

function reused(): ShopError {
  return new ShopError('CONFLICT', 'This key was already used for another change.', {
    reason: 'idempotency_key_reused',
  });
}
