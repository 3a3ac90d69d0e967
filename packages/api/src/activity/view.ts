import type { ActivityEntry, FieldChange } from '@lantern/db/models/activity-entry';

/** One entry of the log, as lists, streams and exports tell it. */
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
}

export function viewEntry(entry: ActivityEntry): ActivityView {
  const { seq, at, actorId, actorEmail, action, entityType, entityId, entityLabel, changes, requestId, ip } = entry;
  return {
    seq,
    at: at.toISOString(),
    actor: { id: actorId, email: actorEmail },
    action,
    entity: { type: entityType, id: entityId, label: entityLabel },
    changes,
    requestId,
    ip,
  };
}
