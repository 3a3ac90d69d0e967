import { ActivityEntry, type FieldChange } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { type OrderStatus, reversals } from '../orders/order-status.ts';
import { ago, MINUTE_MS } from '../shared/dates.ts';

/** For how long a step counts as a wrong click that can be taken back; after that the customer has acted on it. */
const WINDOW_MS = 15 * MINUTE_MS;
const STEP = 'order.set_status';
/** What admins write to each other has no part in how an order goes. */
const ASIDE = 'internalNote';

type Entry = Pick<ActivityEntry, 'action' | 'at' | 'changes'>;

/** What the order of a step's entry becomes again; null for an entry that is no such step, or is too old. */
export function reversalOf({ action, at, changes }: Entry): OrderStatus | null {
  const [change, ...more] = changes;
  if (action !== STEP || change?.field !== 'status' || more.length > 0 || at < ago(WINDOW_MS)) return null;
  const [, to] = Object.entries(reversals).find(([from]) => from === change.after) ?? [];
  return to !== undefined && to === change.before ? to : null;
}

/** What has become of the order since an entry: another step, or money that went back. */
export async function changesSince({ seq, entityType, entityId }: ActivityEntry): Promise<FieldChange[]> {
  const where = { entityType, entityId, seq: { [Op.gt]: seq } };
  const later = await ActivityEntry.findAll({ where, attributes: ['changes'], raw: true });
  return later.flatMap(({ changes }) => changes).filter(({ field }) => field !== ASIDE);
}

/** A step that can be taken back for now. */
export interface RevertibleStatus {
  /** The entry to undo. */
  seq: number;
  /** ISO 8601, UTC. */
  until: string;
}

/** The last step of an order, for as long as it can be taken back; null where it cannot. */
export async function revertibleStatusOf(number: string): Promise<RevertibleStatus | null> {
  const entry = await ActivityEntry.findOne({
    where: { entityType: 'order', entityId: number, action: STEP },
    order: [['seq', 'DESC']],
    raw: true,
  });
  if (!entry || !reversalOf(entry) || (await changesSince(entry)).length > 0) return null;
  return { seq: entry.seq, until: new Date(entry.at.getTime() + WINDOW_MS).toISOString() };
}
