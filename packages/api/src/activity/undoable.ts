import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { productFields } from '@lantern/db/models/product';
import { promotionFields } from '@lantern/db/models/promotion';
import { pageFields } from '@lantern/db/models/store-page';
import { currentChanges } from './renamed-fields.ts';
import { reversalOf } from './revertible-status.ts';

/** The verb of entries that record an undo. */
export const UNDO = 'undo';
const verbs = ['update', UNDO];
/** Of entities that consist of their logged fields alone, creations and deletions can be undone, too. */
const recreatable = ['synonym', 'term', 'promotion', 'page', 'view'];
const recreatableVerbs = [...verbs, 'create', 'delete'];
/** Of returns, only a decision can be undone, until the next step. */
const returnVerbs = ['decide'];

/** The restorable fields of each entity type. Secrets are not among them, because the log never contains them. */
const fields: Record<string, RegExp> = {
  product: new RegExp(`^(?:${productFields.join('|')})$|^(?:variants|images|categories|texts)\\.`),
  category: /^(?:name|slug|parentId|position)$|^texts\./,
  synonym: /^words$/,
  term: /^(?:language|source|text)$/,
  promotion: new RegExp(`^(?:${promotionFields.join('|')})$`),
  delivery_method: /^(?:name|description|priceCents|freeFromCents|minDays|maxDays|countries|active)$/,
  page: new RegExp(`^(?:${pageFields.join('|')})$|^texts\\.`),
  view: /^(?:userId|list|name|query)$/,
  mail_text: /^(?:texts\.[a-z]+\.)?(?:subject|title|text)$/,
  return: /^(?:status|note)$/,
  user: /^(?:name|email|role|disabled)$/,
};
/** The number of a user's sessions: it only ever changes as a consequence of another change. */
export const SESSIONS = 'sessions';

/** Whether a change is of a kind that can be undone; an order's status change can be for a while. */
export function isUndoable(entry: ActivityEntry): boolean {
  const { action, entityType } = entry;
  if (entityType === 'order') return reversalOf(entry) !== null;
  const known = fields[entityType];
  const verb = action.slice(entityType.length + 1);
  const changes = currentChanges(entry).filter(({ field }) => field !== SESSIONS);
  return changes.length > 0 && verbsOf(entityType).includes(verb) && changes.every(({ field }) => known?.test(field));
}

function verbsOf(entityType: string): string[] {
  if (entityType === 'return') return returnVerbs;
  return recreatable.includes(entityType) ? recreatableVerbs : verbs;
}
