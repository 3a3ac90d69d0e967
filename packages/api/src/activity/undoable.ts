import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { productFields } from '@lantern/db/models/product';
import { currentChanges } from './renamed-fields.ts';
import { reversalOf } from './revertible-status.ts';

/** The verb under which the log keeps a change that was undone. */
export const UNDO = 'undo';
const verbs = ['update', UNDO];
/** An entity that is nothing but its fields can be restored after its removal, too. */
const removals = ['synonym.delete'];

/** For each type of entity, the fields that can be restored. Secrets are not among them: the log has never had them. */
const fields: Record<string, RegExp> = {
  product: new RegExp(`^(?:${productFields.join('|')})$|^(?:variants|images|categories)\\.`),
  category: /^(?:name|slug|parentId|position)$/,
  synonym: /^words$/,
  user: /^(?:name|email|role|disabled)$/,
};
/** How many sessions a user has: never a change of its own, only the consequence of another one. */
export const SESSIONS = 'sessions';

/** Whether a change is of a kind that can be undone; an order's transition can be for a while. */
export function isUndoable(entry: ActivityEntry): boolean {
  const { action, entityType } = entry;
  if (entityType === 'order') return reversalOf(entry) !== null;
  const known = fields[entityType];
  const verb = action.slice(entityType.length + 1);
  const changes = currentChanges(entry).filter(({ field }) => field !== SESSIONS);
  const isWayBack = verbs.includes(verb) || removals.includes(action);
  // A group's words are never empty: null before them means that it was restored by an undo.
  if (entityType === 'synonym' && changes.some(({ before }) => before === null)) return false;
  return changes.length > 0 && isWayBack && changes.every(({ field }) => known?.test(field));
}
