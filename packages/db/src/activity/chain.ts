import { createHash } from 'node:crypto';
import type { FieldChange } from '../models/activity-entry.ts';

/** What stands before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** All that an entry says: every column but its own hash. */
export interface HashedEntry {
  seq: number;
  at: Date;
  actorId: number | null;
  actorEmail: string;
  action: string;
  entityType: string;
  entityId: string;
  entityLabel: string;
  changes: FieldChange[];
  requestId: string | null;
  ip: string | null;
  previousHash: string;
}

/**
 * SHA-256 over the entry and the hash before it, as hex. A list and not an object: databases keep the
 * order of a list, but not all keep that of an object's keys.
 */
export function hashOf(entry: HashedEntry): string {
  const { seq, at, actorId, actorEmail, action, entityType, entityId, entityLabel } = entry;
  const changes = entry.changes.map(({ field, before, after }) => [field, before, after]);
  const content = [seq, at.toISOString(), actorId, actorEmail, action, entityType, entityId, entityLabel, changes];
  const hashed = JSON.stringify([...content, entry.requestId, entry.ip, entry.previousHash]);
  return createHash('sha256').update(hashed).digest('hex');
}
