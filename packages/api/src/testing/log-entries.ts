import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';

/** The entries of the activity log after the one with this number, oldest first. */
export function entriesAfter(seq: number): Promise<ActivityEntry[]> {
  return ActivityEntry.findAll({ where: { seq: { [Op.gt]: seq } }, order: ['seq'], raw: true });
}
