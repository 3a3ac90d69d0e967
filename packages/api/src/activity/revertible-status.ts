import type { FieldChange } from '@lantern/db/base/field-change';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { type OrderStatus, reversals } from '../order-status/order-status.ts';
import { ago, MINUTE_MS } from '../shared/dates.ts';

/** How long a status change counts as a misclick and can be reverted; later the customer may have acted on it. */
const WINDOW_MS = 15 * MINUTE_MS;
const ACTIONS = ['order.set_status', 'order.fulfil'];
const PARCEL = /^parcels\.(\d+)\./;
/** Does not prevent a revert: notes between admins do not affect the order's progress. */
const IGNORED_FIELD = 'internalNote';

type Entry = Pick<ActivityEntry, 'action' | 'at' | 'changes'>;

/** What undoing a status change restores. */
export interface Reversal {
  status: OrderStatus;
  /** The position of the parcel that is taken back; null if none left with the change. */
  parcel: number | null;
}

/** What undoing this entry restores; null if it is no revertible status change, or too old. */
export function reversalOf({ action, at, changes }: Entry): Reversal | null {
  if (!ACTIONS.includes(action) || at < ago(WINDOW_MS)) return null;
  const positions = changes.flatMap(({ field, before }) => (before === null && PARCEL.exec(field)?.[1]) || []);
  const [change, ...more] = changes.filter(({ field }) => !PARCEL.test(field));
  const [parcel = null] = positions.map(Number);
  // One parcel of several leaves the order partially shipped, as it was.
  if (!change) return parcel === null ? null : { status: 'partially_shipped', parcel };
  if (change.field !== 'status' || more.length > 0) return null;
  const [, restorable = []] = Object.entries(reversals).find(([from]) => from === change.after) ?? [];
  const status = restorable.find((one) => one === change.before);
  return status === undefined ? null : { status, parcel };
}

/** The order's changes since an entry: another status change, or a refund. */
export async function changesSince({ seq, entityType, entityId }: ActivityEntry): Promise<FieldChange[]> {
  const where = { entityType, entityId, seq: { [Op.gt]: seq } };
  const later = await ActivityEntry.findAll({ where, attributes: ['changes'], raw: true });
  return later.flatMap(({ changes }) => changes).filter(({ field }) => field !== IGNORED_FIELD);
}

/** A status change that can still be reverted. */
export interface RevertibleStatus {
  /** The entry to undo. */
  seq: number;
  /** ISO 8601, UTC. */
  until: string;
}

/** An order's last status change while it can be reverted, else null. */
export async function revertibleStatusOf(number: string): Promise<RevertibleStatus | null> {
  const entry = await ActivityEntry.findOne({
    where: { entityType: 'order', entityId: number, action: ACTIONS },
    order: [['seq', 'DESC']],
    raw: true,
  });
  if (!entry || !reversalOf(entry) || (await changesSince(entry)).length > 0) return null;
  return { seq: entry.seq, until: new Date(entry.at.getTime() + WINDOW_MS).toISOString() };
}
