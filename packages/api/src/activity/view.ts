import type { FieldChange } from '@lantern/db/base/field-change';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { currentChanges } from './renamed-fields.ts';
import { isUndoable } from './undoable.ts';

/** One entry of the log, as lists, streams and exports show it. */
export interface ActivityView {
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  actor: { id: number | null; email: string };
  /** `entity.verb`. */
  action: string;
  entity: { type: string; id: string; label: string };
  changes: FieldChange[];
  requestId: string | null;
  ip: string | null;
  /** True for a change of a kind that can be undone; whether this one still can be is checked by the undo. */
  undoable: boolean;
}

/** An entry as clients see it, with current field names. */
export function viewEntry(entry: ActivityEntry): ActivityView {
  const { seq, at, actorId, actorEmail, action, entityType, entityId, entityLabel, requestId, ip } = entry;
  return {
    seq,
    at: at.toISOString(),
    actor: { id: actorId, email: actorEmail },
    action,
    entity: { type: entityType, id: entityId, label: entityLabel },
    changes: currentChanges(entry),
    requestId,
    ip,
    undoable: isUndoable(entry),
  };
}
