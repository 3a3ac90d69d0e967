import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { productFields } from '@lantern/db/models/product';
import { reversalOf } from './revertible-status.ts';

/** The verb under which the log keeps a change that was undone. */
export const UNDO = 'undo';
const verbs = ['update', UNDO];
/** Of what is nothing but its fields a removal can be undone, too. */
const removals = ['synonym.delete'];

/** Of each kind of thing, the fields that can be brought back. Secrets are not among them: the log has never known them. */
const fields: Record<string, RegExp> = {
  product: new RegExp(`^(?:${productFields.join('|')})$|^(?:variants|images|categories)\\.`),
  category: /^(?:name|slug|parentId|position)$/,
  synonym: /^words$/,
  user: /^(?:name|email|role|disabled)$/,
};
/** How many sessions somebody has: it only tells what followed from another change. */
export const SESSIONS = 'sessions';

/** Whether a change is of a kind that can be undone; a step of an order is for a while. */
export function isUndoable(entry: ActivityEntry): boolean {
  const { action, entityType, changes } = entry;
  if (entityType === 'order') return reversalOf(entry) !== null;
  const known = fields[entityType];
  const verb = action.slice(entityType.length + 1);
  const told = changes.filter(({ field }) => field !== SESSIONS);
  const isWayBack = verbs.includes(verb) || removals.includes(action);
  // Its words are never empty: nothing stands before them where it has come back by an undo.
  if (entityType === 'synonym' && told.some(({ before }) => before === null)) return false;
  return told.length > 0 && isWayBack && told.every(({ field }) => known?.test(field));
}
