import type { FieldChange } from '@lantern/db/base/field-change';
import { renamedFields } from '@lantern/db/migrations/0012-names';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';

/** An entry's changes under current field names: fields get renamed, but entries are never rewritten. */
export function currentChanges({ entityType, changes }: Pick<ActivityEntry, 'entityType' | 'changes'>): FieldChange[] {
  const renamed = renamedFields[entityType];
  if (!renamed) return changes;
  return changes.map((change) => ({ ...change, field: renamed[change.field] ?? change.field }));
}
